import type { Backend, CallName } from '#contract/contract';
import { calls } from '#contract/contract';
import type { Snapshot } from '#contract/snapshot';
import { applyPatch, type NumberedSnapshot, SnapshotPatches } from '#contract/snapshot-patches';
import { answer, type Bridge, connect, listen, newsText } from '#contract/wire';
import { type App, createApp } from '../../src-main/core/app';
import type { Ports } from '../../src-main/core/ports/ports';
import { wording } from '../../src-main/edge/wording';
import { FakeClock } from '../fakes/fake-clock';
import { FakeDesktop } from '../fakes/fake-desktop';
import { FakeDialogs } from '../fakes/fake-dialogs';
import { FakeHttp } from '../fakes/fake-http';
import { FakeLeftovers } from '../fakes/fake-leftovers';
import { FakeLoginStart } from '../fakes/fake-login-start';
import { FakeNotifications } from '../fakes/fake-notifications';
import { FakePaper } from '../fakes/fake-paper';
import { FakePractice } from '../fakes/fake-practice';
import { FakeQuickVerify } from '../fakes/fake-quick-verify';
import { FakeRandom } from '../fakes/fake-random';
import { FakeSealer } from '../fakes/fake-sealer';
import { FakePresence } from '../fakes/fake-presence';
import { FakeScreenGuard } from '../fakes/fake-screen-guard';
import { FakeUpdates } from '../fakes/fake-updates';
import { MemoryFiles } from '../fakes/memory-files';
import { MemoryKeyFile } from '../fakes/memory-key-file';
import { MemoryProfileFile } from '../fakes/memory-profile-file';
import { MemoryPutAside } from '../fakes/memory-put-aside';
import { MemorySecrets } from '../fakes/memory-secrets';
import { MemorySettingsFile } from '../fakes/memory-settings-file';
import { MemoryVaultFile } from '../fakes/memory-vault-file';

/** The world that an app lives in. */
export interface Fakes {
  readonly secrets: MemorySecrets;
  readonly profileFile: MemoryProfileFile;
  readonly settingsFile: MemorySettingsFile;
  readonly sealer: FakeSealer;
  readonly vaultFile: MemoryVaultFile;
  readonly files: MemoryFiles;
  readonly dialogs: FakeDialogs;
  readonly paper: FakePaper;
  readonly http: FakeHttp;
  readonly clock: FakeClock;
  readonly random: FakeRandom;
  readonly practice: FakePractice;
  readonly desktop: FakeDesktop;
  readonly quickVerify: FakeQuickVerify;
  readonly vaultKeyFile: MemoryKeyFile;
  readonly presence: FakePresence;
  readonly screenGuard: FakeScreenGuard;
  readonly leftovers: FakeLeftovers;
  readonly notifications: FakeNotifications;
  readonly loginStart: FakeLoginStart;
  readonly updates: FakeUpdates;
}

/** What a test runs on, in the words of diagnostics. */
export const testFacts = () => ({ runtime: 'Electron 0.0.0', system: 'test x64 1.0', desktop: 'x11, none' });

/** An app in its world, as the window sees it: both sides of the wire lie between, and nothing but clones crosses. */
export interface World extends Fakes {
  readonly app: App;
  readonly backend: Backend;
  /** Every snapshot that was announced and fits the contract. */
  readonly announced: Snapshot[];
  /** How often the app announced anything. */
  readonly announcements: () => number;
  /** Every error that nobody foresaw, in order. */
  readonly bugs: unknown[];
}

/** What it says, and not how many announcements came before. */
export function withoutNumber(numbered: NumberedSnapshot): Snapshot {
  const snapshot: Partial<NumberedSnapshot> & Snapshot = { ...numbered };
  delete snapshot.number;
  return snapshot;
}

/**
 * Starts the whole core on fakes. `makeApp(world)` is a restart: the same keychain, disk and clock, a new process.
 *
 * @param kept what is there already
 * @param real takes the place of a fake
 */
export function makeApp(kept: Partial<Fakes> = {}, real: Partial<Ports> = {}): World {
  const {
    secrets,
    profileFile,
    settingsFile,
    sealer,
    vaultFile,
    files,
    dialogs,
    paper,
    http,
    clock,
    random,
    practice,
    desktop,
    quickVerify,
    vaultKeyFile,
    presence,
    screenGuard,
    leftovers,
    notifications,
    loginStart,
    updates,
  } = kept;
  const fakes: Fakes = {
    secrets: secrets ?? new MemorySecrets(),
    profileFile: profileFile ?? new MemoryProfileFile(),
    settingsFile: settingsFile ?? new MemorySettingsFile(),
    sealer: sealer ?? new FakeSealer(),
    vaultFile: vaultFile ?? new MemoryVaultFile(),
    files: files ?? new MemoryFiles(),
    dialogs: dialogs ?? new FakeDialogs(),
    paper: paper ?? new FakePaper(),
    http: http ?? new FakeHttp(),
    clock: clock ?? new FakeClock(),
    random: random ?? new FakeRandom(),
    practice: practice ?? new FakePractice(),
    desktop: desktop ?? new FakeDesktop(),
    quickVerify: quickVerify ?? new FakeQuickVerify(),
    vaultKeyFile: vaultKeyFile ?? new MemoryKeyFile(),
    presence: presence ?? new FakePresence(),
    screenGuard: screenGuard ?? new FakeScreenGuard(),
    leftovers: leftovers ?? new FakeLeftovers(),
    notifications: notifications ?? new FakeNotifications(),
    loginStart: loginStart ?? new FakeLoginStart(),
    updates: updates ?? new FakeUpdates(),
  };
  const app = createApp({
    version: '0.0.0-test',
    platform: 'linux',
    facts: testFacts,
    wording,
    markTemporaries: () => undefined,
    putAsideFiles: new MemoryPutAside(fakes.vaultFile, fakes.vaultKeyFile),
    ...fakes,
    ...real,
  });
  const bugs: unknown[] = [];
  const respond = answer(app.backend, (_where, error) => `bug-${bugs.push(error)}`);

  const announced: Snapshot[] = [];
  let known = app.snapshot();
  const patches = new SnapshotPatches(known);
  let announcements = 0;
  const bridge: Bridge = {
    calls: Object.fromEntries(
      (Object.keys(calls) as CallName[]).map((name) => [
        name,
        async (input: unknown): Promise<unknown> =>
          structuredClone(await respond(name, structuredClone(input))),
      ]),
    ),
    news: {
      snapshot: (listener) =>
        app.onSnapshot((snapshot) => {
          announcements += 1;
          listener(newsText(patches.next(snapshot)));
        }),
    },
  };
  listen(bridge, 'snapshot', (patch) => {
    const next = applyPatch(known, patch);
    if (!next) throw new Error('an announcement was lost');
    known = next;
    announced.push(withoutNumber(next));
  });
  const connected = connect(bridge);
  const backend: Backend = {
    ...connected,
    // As a person sees it, who looks when the start is over.
    readSnapshot: (input) => app.opened().then(() => connected.readSnapshot(input)),
  };
  return { ...fakes, app, backend, announced, announcements: () => announcements, bugs };
}
