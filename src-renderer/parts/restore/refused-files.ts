import type { RestorePreview, RestoreRefusal } from '#contract/backups';
import { remarksOnFilesWords as words } from '#words/remarks-on-files';
import { dateAndTime } from '../../words/time-text';

/** So many names are told; of a folder full of such files the number says enough. */
const mostNames = 6;

/** What was opened: a file, or of how many computers the newest backups were put together. */
export function sourcesOf({ file, madeAt, sources }: RestorePreview): string {
  const made = madeAt === null ? null : dateAndTime(madeAt);
  return sources.length < 2 ? words.one(file, made) : words.several(sources.length, file, made);
}

/** What was not taken from, in one sentence for each reason. */
export function refusedFiles(refused: readonly RestoreRefusal[]): string[] {
  const reasons = [...new Set(refused.map(({ why }) => why))];
  return reasons.map((reason) => {
    const files = refused.filter(({ why }) => why === reason).map(({ file }) => file);
    const more = files.length > mostNames ? [words.more(files.length - mostNames)] : [];
    return words.refused[reason]([...files.slice(0, mostNames), ...more]);
  });
}
