import { type Backend, type CallName, calls, type Gives, type Takes } from '#contract/contract';
import type { Account, CodeSetSummary, CodeState, Snapshot } from '#contract/snapshot';

export interface FakeBackend {
  readonly backend: Backend;
  /** What was asked for, in order. */
  readonly asked: (readonly [CallName, unknown])[];
}

/** A backend that answers as told, and everything else with success. */
export function fakeBackend(answers: Partial<Backend> = {}): FakeBackend {
  const asked: (readonly [CallName, unknown])[] = [];
  const answer = <N extends CallName>(name: N) => [
    name,
    (input: Takes<N>): Promise<Gives<N>> => {
      asked.push([name, input]);
      const told = answers[name] as Backend[N] | undefined;
      return told ? told(input) : Promise.resolve({} as Gives<N>);
    },
  ];
  const names = Object.keys(calls) as CallName[];
  return { backend: Object.fromEntries(names.map(answer)) as Backend, asked };
}

/** A promise that the test settles when it likes. */
export function held<T>() {
  let give: (value: T) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((resolve, reject) => {
    give = resolve;
    fail = reject;
  });
  return { promise, give, fail };
}

export const firstId = '11111111-1111-4111-8111-111111111111';
export const secondId = '22222222-2222-4222-8222-222222222222';
export const thirdId = '33333333-3333-4333-8333-333333333333';

export function anAccount(change: Partial<Account> = {}): Account {
  return {
    id: firstId,
    label: 'Work',
    serviceUrl: 'https://api.example.com/v1',
    addressConfirmed: true,
    kind: 'own',
    token: 'keychain',
    session: null,
    texts: { sentAt: null, waitUntil: null, phoneEnding: null },
    recovery: null,
    recoveryInDoubt: false,
    generating: false,
    sunset: null,
    ...change,
  };
}

export function aSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  return {
    version: '0.1.0',
    platform: 'linux',
    theme: 'system',
    accounts: [],
    activeAccountId: null,
    keychain: { state: 'unknown', backend: 'secret-service' },
    practicePhone: null,
    handKept: [],
    vault: { state: 'open', setAside: false },
    backups: null,
    updates: {
      way: 'elsewhere',
      mode: 'notify',
      stage: 'unknown',
      version: null,
      percent: 0,
      lookedAt: null,
      failure: null,
    },
    clipboard: null,
    vaultPutAside: false,
    vaultOlder: false,
    settingsTurnedUp: null,
    takenOver: null,
    fileHanded: null,
    desktop: {
      closeToTray: true,
      tray: 'there',
      trayFailure: null,
      clipboardClears: 'always',
      shortcut: null,
      shortcutTaken: false,
      notifications: { codeSent: true, fewCodes: true, backupTrouble: true, backupUnchecked: true },
      startAtLogin: 'unknown',
    },
    lock: {
      locked: false,
      opening: false,
      reason: 'asked',
      by: 'keychain',
      presence: 'nothing',
      afterIdle: 300,
      waitUntil: null,
      keyHeld: false,
      guardsScreen: true,
      notices: { screen: 'followed', sleep: 'followed', idle: 'system' },
    },
    settings: 'good',
    ...change,
  };
}

/** A set with one code in each of these states. */
export function aSet(states: readonly CodeState[], change: Partial<CodeSetSummary> = {}): CodeSetSummary {
  return {
    name: 'K7-4QD',
    fetchedAt: 1_700_000_000_000,
    total: states.length,
    unused: states.filter((state) => state === 'unused').length,
    perhapsUsed: states.filter((state) => state === 'perhaps-used').length,
    stamp: 1,
    sealed: true,
    replacedSets: 0,
    ...change,
  };
}
