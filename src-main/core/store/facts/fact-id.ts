import type { Random } from '../../ports/random';
import { base64Url, digestOf } from '../../records/digest';

const bytes = 12;

/** The id of a new fact: 12 random bytes, never a count, which a vault that was put back would count again. */
export const newFactId = (random: Random): string =>
  base64Url([...random.hex(bytes).matchAll(/../g)].map(([pair]) => parseInt(pair, 16)));

/** The id of a fact that comes out of an old vault or a backup: the same wherever the same content is taken in. */
export const factIdOf = (content: readonly unknown[]): string => digestOf(content, bytes);
