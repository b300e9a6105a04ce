import { limits } from '#contract/limits';
import type { Random } from '../../ports/random';
import { OpenFailure } from '../../ports/sealing/open-failure';
import { type BackedUp, type BackupDocument, undescribed } from '../../records/backed-up';
import { codesOf, matchLedgers } from '../content/matching';
import type { Kept } from '../../records/backed-up';
import { merge } from '../content/merge';
import { newestOfEach } from './newest-of-each';
import type { Fault, Foreign, ForeignContents, ForeignFile, Refusal } from '../../ports/sealing/foreign';
import { readDocument, type ReadDocument } from '../content/read-document';
import { readVault } from '../content/read-vault';
import { newLinks } from '../../records/otpauth-lists';
import { holdsMoreValues } from '../../records/json-values';
import { isTooFull } from '../../records/too-full';

/** What came out of a file, and the age identity that opened it; null where a passphrase did. */
export interface OpenedText {
  readonly text: string;
  readonly identity: string | null;
}

interface Opened extends ForeignFile {
  readonly document: BackupDocument;
  readonly faults: readonly Fault[];
}

/**
 * Opens files, reads them, and joins what the newest of each computer hold, without loss (merge). Costs seconds for
 * what a stranger can make of 200 files, so that it runs where nobody waits for it. Never throws for what is in a file.
 *
 * @param open gives the text of a file, and what opened it; rejects with OpenFailure
 * @param now epoch milliseconds
 * @throws what `open` rejects with beyond that
 */
export async function readForeign(
  files: readonly ForeignFile[],
  open: (sealed: Uint8Array) => Promise<OpenedText>,
  now: number,
  random: Random,
): Promise<Foreign> {
  const refused: Refusal[] = [];
  const opened: Opened[] = [];
  for (const file of files) {
    const read = await openOne(file, open);
    if (typeof read === 'string') refused.push({ name: file.name, why: read });
    else opened.push(read);
  }
  const { newest, older } = newestOfEach(opened, now);
  const sources: Opened[] = [];
  let accounts: readonly Kept[] = [];
  for (const one of newest) {
    const joined = join(one.document.accounts, accounts, random);
    if (isTooFull(joined)) {
      refused.push({ name: one.name, why: 'too-full' });
      continue;
    }
    accounts = joined;
    sources.push(one);
  }
  const faults = sources.flatMap((one) => one.faults);
  const contents: ForeignContents = { accounts, older: olderOnly(older, accounts, random) };
  return {
    contents: JSON.stringify(contents),
    entries: accounts.length + contents.older.length,
    sources: sources.map(({ name, document: { madeAt } }) => ({ name, madeAt })),
    refused,
    faults: faults.slice(0, limits.faults),
    faultCount: faults.length,
  };
}

async function openOne(
  file: ForeignFile,
  open: (sealed: Uint8Array) => Promise<OpenedText>,
): Promise<Opened | Refusal['why']> {
  try {
    const read = readText(await open(file.sealed));
    if (read.kind === 'good') return { ...file, document: read.value, faults: read.faults };
    return read.kind === 'damaged' ? 'not-latchkey' : read.kind;
  } catch (error) {
    if (error instanceof OpenFailure) return error.kind;
    throw error;
  }
}

/** A backup or a kit, or else a vault. Their schemas are counted apart: what is newer for one may be the other. */
function readText({ text, identity }: OpenedText): ReadDocument {
  if (holdsMoreValues(text, limits.valuesInFile)) return { kind: 'too-full' };
  const read = readDocument(text);
  if (read.kind === 'good' || read.kind === 'too-full') return read;
  const asVault = readVault(text, identity);
  return asVault.kind === 'damaged' ? read : asVault;
}

/** All of it, with what is known already. The first comes as it is. */
function join(there: readonly BackedUp[], here: readonly Kept[], random: Random): readonly Kept[] {
  if (here.length === 0) return there.flatMap((one) => (one.id === null ? [] : [{ ...one, id: one.id }]));
  return merge(there, here, [...there.keys()], random, limits.entries + 1).accounts;
}

/** What stands in older documents and not in the newest. What has no room any more is left: it is old, and stays there. */
function olderOnly(documents: readonly Opened[], newest: readonly Kept[], random: Random): readonly Kept[] {
  let known: readonly Kept[] = [];
  for (const { document } of documents) {
    const joined = join(beyond(document.accounts, newest), known, random);
    if (!isTooFull([...newest, ...joined])) known = joined;
  }
  return known;
}

/** Entries that are not in the newest, whole; of the others, the codes and the authenticators that are not. */
function beyond(older: readonly BackedUp[], newest: readonly Kept[]): BackedUp[] {
  const partners = matchLedgers(older, newest);
  return older.flatMap((one, index) => {
    const partner = newest[partners[index] ?? -1];
    if (!partner) return [one];
    const known = codesOf(partner.sets);
    const [current, ...replaced] = one.sets.map((set) => ({
      ...set,
      codes: set.codes.filter(({ code }) => !known.has(code)),
    }));
    const others = replaced.filter(({ codes }) => codes.length > 0);
    const missing = newLinks(one.authenticators, partner.authenticators);
    const hasCodes = current !== undefined && (current.codes.length > 0 || others.length > 0);
    if (!hasCodes && missing.length === 0) return [];
    const { id, label } = partner;
    const { serviceUrl, tokenPrefix } = one;
    // The current one stays first, without codes if need be: what was replaced does not become current by it.
    const sets = hasCodes ? [current, ...others] : [];
    return [{ ...undescribed, id, label, serviceUrl, tokenPrefix, authenticators: missing, sets }];
  });
}
