/**
 * The day that a person here has, for names that they read and look for.
 *
 * @param at epoch milliseconds
 * @returns `yyyy-mm-dd` by this computer's zone
 */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
