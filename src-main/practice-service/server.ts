import { BASE_PATH } from './http/dispatch';
import { FaultBox } from './faults/fault-box';
import { acceptToken } from './http/guard';
import { createPracticeServer, listen, stop } from './http/http-server';
import type { PracticeMessage, PracticeOptions, PracticeService, SeenRequest } from './service';
import { changePhone, freshState } from './state/state';
import { loadState, saveState } from './state/state-file';
import { StateStore } from './state/state-store';

export type { Fault } from './faults/fault';
export type { PracticeOptions, PracticeService } from './service';

const DEFAULT_PHONE = '+1 555 0100';
const KEPT_MESSAGES = 50;
const KEPT_REQUESTS = 1000;

/**
 * Starts the practice service on 127.0.0.1. Rejects when the port is taken (`code` EADDRINUSE), when a token could not
 * be sent in a header (TypeError), or when the state file can be neither read nor written.
 */
export async function startPracticeService(options: PracticeOptions): Promise<PracticeService> {
  const { store, setAside } = await openStore(options);
  const faults = new FaultBox();
  const messages: PracticeMessage[] = [];
  const seen: SeenRequest[] = [];
  const server = createPracticeServer({
    practice: {
      store,
      now: options.now ?? Date.now,
      sessionTokens: options.sessionTokens ?? false,
      wrongCodeStatus: options.wrongCodeStatus ?? 400,
      deliver(message) {
        keep(messages, message, KEPT_MESSAGES);
        options.onMessage?.(message);
      },
    },
    faults,
    allowFaults: options.allowFaults ?? false,
    notice: (request) => keep(seen, request, KEPT_REQUESTS),
    onFailure: options.onFailure ?? (() => undefined),
  });
  const port = await listen(server, options.port ?? 0);
  let closed: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}${BASE_PATH}`,
    setAside,
    allowToken: (token) => store.change((draft) => acceptToken(draft, token)),
    messages: () => [...messages],
    seen: () => [...seen],
    setFault: (fault) => faults.set(fault),
    setPhone: (phone) => store.change((draft) => changePhone(draft, phone)),
    expireCodes: () =>
      store.change((draft) => {
        if (draft.sms !== null) draft.sms.expiresAt = 0;
      }),
    close() {
      closed ??= stop(server).then(() => store.settled());
      return closed;
    },
  };
}

async function openStore({ stateFile, phone, tokens = [] }: PracticeOptions) {
  const loaded = stateFile === undefined ? { state: null, setAside: null } : await loadState(stateFile);
  const state = loaded.state ?? freshState(phone === undefined ? DEFAULT_PHONE : phone);
  const store = new StateStore(state, async (changed) => {
    if (stateFile !== undefined) await saveState(stateFile, changed);
  });
  await store.change((draft) => {
    if (phone !== undefined) changePhone(draft, phone);
    for (const token of tokens) acceptToken(draft, token);
  });
  return { store, setAside: loaded.setAside };
}

function keep<T>(list: T[], entry: T, limit: number): void {
  list.push(entry);
  if (list.length > limit) list.shift();
}
