/** "0:42", "2:00", "61:05" */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A time of today, to the second. */
export function timeOfDay(time: number): string {
  return new Date(time).toLocaleTimeString(undefined, { timeStyle: 'medium' });
}

export function dateAndTime(time: number): string {
  return new Date(time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** "30 June 2026" out of "2026-06-30", in the order that this computer uses; the text itself when it is no date. */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00`);
  return Number.isNaN(date.getTime()) ? day : date.toLocaleDateString(undefined, { dateStyle: 'long' });
}

/** The day of a time: "Jul 3, 2026". */
export function day(time: number): string {
  return new Date(time).toLocaleDateString(undefined, { dateStyle: 'medium' });
}
