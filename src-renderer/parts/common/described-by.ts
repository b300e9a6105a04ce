/** The ids of what describes a field, as `aria-describedby` takes them; undefined where there are none. */
export const describedBy = (...ids: readonly (string | null | undefined)[]): string | undefined =>
  ids.filter((id) => typeof id === 'string').join(' ') || undefined;
