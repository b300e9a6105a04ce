/** A path that is cut in its middle: both ends tell more than what is between. */
export function shortPath(path: string, longest = 44): string {
  const characters = Array.from(path);
  if (characters.length <= longest) return path;
  const tail = Math.ceil((longest - 1) * 0.6);
  return `${characters.slice(0, longest - 1 - tail).join('')}…${characters.slice(-tail).join('')}`;
}
