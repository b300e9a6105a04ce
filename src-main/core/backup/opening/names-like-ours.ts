import { backupTime, keyName } from '../content/file-names';

/** What a name says that a file is, whatever a browser, a cloud or a person made of it: ` (1)`, capitals, `.age.txt`. */
export type Kind = 'key' | 'backup' | 'kit' | 'vault';

const beginnings: readonly (readonly [Kind, RegExp])[] = [
  ['key', /latchkey[-_. ]?key|^vault-key\b.*\.(age|new)\b/i],
  ['backup', /latchkey[-_. ]?backup/i],
  ['kit', /latchkey[-_. ]?kit/i],
  ['vault', /^vault\b.*\.age\b/i],
];

/** What a name is like; null for one that is none of ours. */
export const likeOurs = (name: string): Kind | null =>
  beginnings.find(([, shape]) => shape.test(name))?.[0] ?? null;

/** Whether Latchkey itself calls a file so. */
export const isOwnName = (name: string): boolean => name === keyName || backupTime(name) !== null;

/** The file that a placeholder of iCloud stands for, such as `.kit.age.icloud`; null for other names. */
export const awaitedName = (name: string): string | null => /^\.(.+)\.icloud$/i.exec(name)?.[1] ?? null;

/** Whether people would call it a sealed file. */
export const isCalledSealed = (name: string): boolean => /\.age(\.|$)/i.test(name);
