import { plural } from './forms';

/** How long ago something was: whole minutes or hours, or the day, as the computer writes it. No minute is just now. */
export type Age = { readonly minutes: number } | { readonly hours: number } | { readonly day: string };

/** When something was checked: days ago, as the calendar counts them, or the day itself; null for never. */
export type LastCheck = { readonly daysAgo: 0 | 1 } | { readonly day: string } | null;

/** "just now", "5 minutes ago", "3 hours ago", "on Jul 3, 2026": a part of the sentences about backups. */
export function ago(age: Age): string {
  if ('day' in age) return `on ${age.day}`;
  if ('hours' in age) return plural(age.hours, { one: '# hour ago', other: '# hours ago' });
  return age.minutes === 0
    ? 'just now'
    : plural(age.minutes, { one: '# minute ago', other: '# minutes ago' });
}

/** "checked today", "checked yesterday", "checked on Jul 3, 2026", "never checked". */
export function checked(check: LastCheck): string {
  if (check === null) return 'never checked';
  if ('day' in check) return `checked on ${check.day}`;
  return check.daysAgo === 0 ? 'checked today' : 'checked yesterday';
}
