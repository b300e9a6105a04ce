/** Svelte's own settings: runes everywhere, so that a legacy component is a compile error. */
export default {
  compilerOptions: { runes: true },
};
