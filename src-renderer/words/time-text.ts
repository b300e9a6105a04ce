const hour = 3600;
const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A length of time as a clock counts it: "0:42", "2:00", and from an hour on "1:01:05". */
export function minutesAndSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = twoDigits(seconds % 60);
  if (seconds < hour) return `${minutes}:${rest}`;
  return `${Math.floor(seconds / hour)}:${twoDigits(minutes % 60)}:${rest}`;
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
