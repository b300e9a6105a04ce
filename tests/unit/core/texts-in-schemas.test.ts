import { expect, it } from 'vitest';
import { calls, news } from '#contract/contract';
import { failure } from '#contract/failure';
import * as texts from '#contract/texts';
import { documentText } from '../../../src-main/core/backup/content/document';
import { serviceUrl } from '../../../src-main/core/records/service-url';
import { oldSettingsFile, settingsFile } from '../../../src-main/core/state/settings';
import { kinds } from '../../../src-main/core/store/kinds/kinds';
import { latestKeys } from '../../../src-main/core/store/kinds/latest-keys';
import { firstText, vaultText } from '../../../src-main/core/vault/vault-contents';

/** A valibot schema as far as this file looks into one. */
interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Described>>;
  readonly options?: readonly unknown[];
  readonly item?: Described;
  readonly wrapped?: Described;
  readonly pipe?: readonly { readonly type: string }[];
}

const shared: ReadonlySet<unknown> = new Set([...Object.values(texts), serviceUrl]);
/** What else says which characters a text may have. */
const strict: ReadonlySet<string> = new Set(['uuid', 'regex', 'check']);

/** Every text of a schema that may hold any character, by the way to it. */
function freeTexts(schema: Described, way: string): string[] {
  const { type, entries = {}, options = [], item, wrapped, pipe = [] } = schema;
  if (shared.has(schema)) return [];
  if (type === 'string') return pipe.some((one) => strict.has(one.type)) ? [] : [way];
  const inside = options.filter((one): one is Described => typeof one === 'object' && one !== null);
  return [
    ...Object.entries(entries).flatMap(([key, one]) => freeTexts(one, `${way} ${key}`)),
    ...inside.flatMap((one) => freeTexts(one, way)),
    ...(item ? freeTexts(item, way) : []),
    ...(wrapped ? freeTexts(wrapped, way) : []),
  ];
}

const borders: Record<string, Described> = {
  ...Object.fromEntries(Object.entries(calls).map(([name, { takes }]) => [`${name} takes`, takes])),
  ...Object.fromEntries(Object.entries(calls).map(([name, { gives }]) => [`${name} gives`, gives])),
  ...news,
  failure,
  settings: settingsFile.shape,
  'old settings': oldSettingsFile.shape,
  vault: vaultText.shape,
  'old vault': firstText.shape,
  ...Object.fromEntries(Object.entries(kinds).map(([name, { schema }]) => [`fact ${name}`, schema])),
  ...Object.fromEntries(Object.entries(latestKeys).map(([name, { schema }]) => [`latest ${name}`, schema])),
  backup: documentText.shape,
};

/** Texts that no person, service or file names freely, or that are read by a function of their own. */
const known: ReadonlySet<string> = new Set([
  // Read by readServiceUrl, readToken, readCode, understand.
  ...['serviceUrl', 'token', 'code', 'text'],
  // Compared, and never shown.
  'confirmedOrigin',
  // Never shown.
  ...['passphrase', 'newPassphrase', 'secret', 'recipient', 'key', 'base64', 'vaultMark', 'mark', 'told'],
  // Never shown either: in the vault alone.
  ...['bound', 'contentStamp', 'settingsSeen', 'stamp', 'algorithm', 'uri'],
  // Of this computer, of Latchkey itself, and of its practice service.
  ...[
    'folder',
    'path',
    'shortcut',
    'version',
    'reference',
    'parts',
    'order',
    'to',
    'phoneEnding',
    'sunset',
    'date',
  ],
  // Times.
  ...['madeAt', 'fetchedAt', 'replacedAt', 'at'],
  // Names of files: those that are shown go through shownFileName.
  ...['saved', 'name', 'file', 'files', 'latest'],
]);

it('every text at every border is one of contract/texts.ts, or known to this list', () => {
  const free = Object.entries(borders).flatMap(([name, schema]) => freeTexts(schema, name));
  expect(free.length).toBeGreaterThan(20);
  const forgotten = free.filter((way) => !known.has(way.split(' ').at(-1) ?? ''));
  expect(forgotten).toEqual([]);
});

it('what is called label, note, words, set name or recovery code is one of them everywhere', () => {
  const free = Object.entries(borders).flatMap(([name, schema]) => freeTexts(schema, name));
  expect(
    free.filter((way) =>
      / (label|note|words|setName|codes|(sets|recovery|replaced) name|sets codes code)$/.test(way),
    ),
  ).toEqual([]);
});
