import { sealBackupKey } from '../../../../../src-main/core/keys/sealed-identity';
import { withOwnMac } from '../../../../app/with-own-mac';
import { editsOf, spoiled, type Values } from './edits';
import type { Attack } from './attack';
import { thievesPassphrase } from './person';
import type { ProfileFiles } from './profile-files';
import { secondPlace, type Victim } from './victims';

/** What a stranger has of their own. */
const identity = 'AGE-SECRET-KEY-1FAKESTRANGER';
const recipient = 'age1fakestranger';
const theirs: Values = [
  ...['https://stranger.test/v1', 'https://service.test.stranger.test/v1', 'Bearer', '/strangers'],
  ...[
    recipient,
    identity,
    'ffffffff-1111-4222-8333-444455556666',
    'practice',
    'own',
    'missing',
    'vault',
    'memory',
  ],
];

const text = (sealed: Uint8Array | null): string => {
  const [, body = ''] = Buffer.from(sealed ?? [])
    .toString('latin1')
    .split('\n');
  return Buffer.from(body, 'base64').toString('utf8');
};

/** Each field of each file that lies there in clear, edited. The last good version is edited, too, or as it was, or gone. */
function* edited({ files }: Victim): Generator<Attack> {
  for (const name of ['settings', 'profile'] as const) {
    const before = `${name}Before` as const;
    const now = files[name];
    if (now === null) continue;
    for (const { what, text } of [...editsOf(now, theirs), ...spoiled(now)]) {
      yield { what: `${name}: ${what}`, files: { ...files, [name]: text } };
      if (text === null || text === '' || text.length < 40) continue;
      yield { what: `${before}: ${what}, alone`, files: { ...files, [name]: null, [before]: text } };
    }
  }
}

type Part = keyof ProfileFiles;
const parts: readonly Part[] = [
  'settings',
  'settingsBefore',
  'profile',
  'profileBefore',
  'vault',
  'vaultBefore',
  'key',
  'nextKey',
];

/** Files gone, and in the place of others: every choice of them, for old ones and for another profile's. */
function* swapped({ files, older, unguarded, other }: Victim): Generator<Attack> {
  const gone: ProfileFiles = {
    ...{ settings: null, settingsBefore: null, profile: null, profileBefore: null },
    ...{ vault: null, vaultBefore: null, key: null, nextKey: null },
  };
  const sources: readonly (readonly [string, ProfileFiles])[] = [
    ['gone', gone],
    ['of another profile', other],
    ...older.map((before, place) => [`as before, ${place}`, before] as const),
    ...unguarded.map((before, place) => [`as before, unguarded, ${place}`, before] as const),
  ];
  for (const [from, source] of sources) {
    for (let choice = 1; choice < 2 ** parts.length; choice += 1) {
      const chosen = parts.filter((_part, place) => choice & (1 << place));
      if (chosen.every((part) => source[part] === files[part])) continue;
      const changed = Object.fromEntries(chosen.map((part) => [part, source[part]]));
      const isUnguarded = unguarded.includes(source);
      yield { what: `${from}: ${chosen.join(', ')}`, files: { ...files, ...changed }, isUnguarded };
    }
  }
  yield {
    what: 'vault and its last good version exchanged',
    files: { ...files, vault: files.vaultBefore, vaultBefore: files.vault },
  };
  const { settings, settingsBefore } = files;
  const inOther = { ...other, settings, settingsBefore };
  yield { what: 'the settings in another profile', files: inOther, place: secondPlace };
  yield { what: 'all of it in another profile’s place', files, place: secondPlace };
  yield { what: 'all of it at another place', files, place: '/home/ada/copy' };
}

/** A key file of a stranger's own, with a vault that it opens, and without. */
async function* rekeyed({ computer: { sealer }, files }: Victim): AsyncGenerator<Attack> {
  const key = await sealBackupKey(sealer, { identity, recipient }, thievesPassphrase, 1_000);
  const vault = await sealer.sealTo(recipient, '{"schema": 1, "ledgers": []}');
  yield { what: 'a key of their own', files: { ...files, key } };
  yield { what: 'a key to come of their own', files: { ...files, nextKey: key } };
  yield { what: 'a key and a vault of their own', files: { ...files, key, vault, vaultBefore: null } };
  yield { what: 'a key and a vault of their own before a good one', files: { ...files, key, vault } };
}

/**
 * A vault of a stranger's making, sealed to the recipient that stands in clear: each field of the real one, edited, with every
 * MAC that somebody can put there who has not the vault's key.
 */
async function* forged({ computer: { sealer }, files }: Victim): AsyncGenerator<Attack> {
  const { recipient: to } = JSON.parse(files.profile ?? '{"recipient": null}') as {
    readonly recipient: string | null;
  };
  if (to === null) return;
  const { store, ...rest } = JSON.parse(text(files.vault)) as { readonly store: { readonly facts: object } };
  // Of the store, the addresses: its facts are many, and what they say has tests of its own.
  const facts = Object.entries(store.facts).filter(([, fact]) => JSON.stringify(fact).includes('https://'));
  const latest = (store as { readonly latest?: object }).latest ?? {};
  const edits = [...editsOf(JSON.stringify({ ...rest, facts: Object.fromEntries(facts), latest }), theirs)];
  for (const [index, { what, text }] of edits.entries()) {
    if (text === null || !text.startsWith('{')) continue;
    const { facts: changed, latest: other, ...others } = JSON.parse(text) as Record<string, unknown>;
    const made = { ...store, facts: { ...store.facts, ...(changed as object | undefined) }, latest: other };
    const [mac, forge] = macs[index % macs.length] ?? macs[0];
    const [place, put] = places[index % places.length] ?? places[0];
    const vault = await sealer.sealTo(to, forge({ ...others, store: made }));
    yield { what: `forged vault, ${place}, its MAC ${mac}: ${what}`, files: { ...files, ...put(vault) } };
  }
}

/** What somebody can put in the place of a MAC who has not the key. */
const macs = [
  ['of another text', (vault: object) => JSON.stringify(vault)],
  ['left out', (vault: object) => JSON.stringify({ ...vault, mac: undefined })],
  ['by a key of theirs', (vault: object) => withOwnMac(JSON.stringify(vault), identity)],
] as const;

/** Where a vault of theirs may lie: four places and three MACs come together in every way. */
const places = [
  ['as both', (vault: Uint8Array) => ({ vault, vaultBefore: vault })],
  ['before a good one', (vault: Uint8Array) => ({ vault })],
  ['behind a good one', (vault: Uint8Array) => ({ vaultBefore: vault })],
  ['alone', (vaultBefore: Uint8Array) => ({ vault: null, vaultBefore })],
] as const;

/** Everything that is done to a victim. */
export async function* attacksOn(victim: Victim): AsyncGenerator<Attack> {
  yield* edited(victim);
  yield* swapped(victim);
  yield* rekeyed(victim);
  yield* forged(victim);
}
