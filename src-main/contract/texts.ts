import * as v from 'valibot';
import { cleanCode, cleanLine } from './clean-text';
import { limits } from './limits';

/**
 * The texts of people, services and files, one schema each, for every border that they cross: the window's calls, what
 * is shown, the settings, the vault, backups and kits. They clean and never refuse what was kept, so that a file with
 * dirty text in it opens and is not called damaged. Only a text that is too long is none.
 */
const line = (longest: number) => v.pipe(v.string(), v.maxLength(longest), v.transform(cleanLine));

/** What stands for a name in which nothing can be seen. */
export const unnamed = 'Unnamed';

/** A name as it is kept and shown. */
export const label = v.pipe(
  line(limits.label),
  v.transform((clean) => clean || unnamed),
);

/** A name as it is typed: perhaps empty, which is for core/records/label.ts to refuse. */
export const typedLabel = line(limits.label);

/**
 * What stands beside a code: as a person wrote it, or joined out of what people wrote on several computers. That may be
 * longer than what one may write.
 */
export const note = line(limits.joinedNote);

/** What an account is filed under; empty where nothing of it can be seen, so that it is none. */
export const tag = line(limits.tag);

/** The name of a set of codes, such as `K7-4QD`; in a file of a person's own perhaps empty. */
export const setName = line(12);

/** A service's own words. */
export const words = line(limits.words);

/** The name of a file that somebody else may have named, to be shown. */
export const shownFileName = line(limits.fileName);

/** The way to a folder that another program may have written down, to be shown. */
export const shownPath = line(limits.path);

/** A recovery code as it was kept; empty where nothing of it can be seen, so that it is none. */
export const recoveryCode = v.pipe(v.string(), v.maxLength(limits.recoveryCode), v.transform(cleanCode));

/** A recovery code as a person leaves it in a row: perhaps empty or too long, which is for the core to refuse. */
export const typedRecoveryCode = v.pipe(v.string(), v.maxLength(limits.pastedField), v.transform(cleanCode));

/**
 * A recovery code as a service lists it. It is sent back as it stands here, so one in which something is invisible is
 * refused and not cleaned: nobody knows whether the service would take it.
 */
export const listedCode = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(limits.code),
  v.check((code) => cleanCode(code) === code),
);
