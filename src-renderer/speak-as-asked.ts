import { speak } from '#words/catalogue';

/** Speaks the language that the page's address asks for: one of the developers' own, which is loaded for that alone. */
export async function speakAsAsked(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('words');
  if (asked === null) return;
  const { testLanguages } = await import('#words/pseudo');
  const language = testLanguages[asked];
  if (language) speak(language);
}
