import { beforeEach, describe, expect, it, vi } from 'vitest';
import { callKeytar } from '../../../../src-main/edge/keychain/keytar-calls';

const keytar = vi.hoisted(() => ({
  getPassword: vi.fn<(service: string, name: string) => Promise<string | null>>(),
  setPassword: vi.fn<(service: string, name: string, value: string) => Promise<void>>(),
  deletePassword: vi.fn<(service: string, name: string) => Promise<boolean>>(),
}));
vi.mock('keytar', () => ({ default: keytar }));

/** A keytar on a map, as on an open keychain. */
function openKeyring(): Map<string, string> {
  const entries = new Map<string, string>();
  keytar.getPassword.mockImplementation((service, name) =>
    Promise.resolve(entries.get(`${service}/${name}`) ?? null),
  );
  keytar.setPassword.mockImplementation((service, name, value) => {
    entries.set(`${service}/${name}`, value);
    return Promise.resolve();
  });
  keytar.deletePassword.mockImplementation((service, name) =>
    Promise.resolve(entries.delete(`${service}/${name}`)),
  );
  return entries;
}

beforeEach(() => {
  vi.resetAllMocks();
});

describe('an open keychain', () => {
  it('keeps entries under the name of Latchkey', async () => {
    const entries = openKeyring();
    expect(await callKeytar({ do: 'write', name: 'token:1', value: 'secret' })).toEqual({
      kind: 'ok',
      value: null,
    });
    expect([...entries]).toEqual([['Latchkey/token:1', 'secret']]);
    expect(await callKeytar({ do: 'read', name: 'token:1' })).toEqual({ kind: 'ok', value: 'secret' });
    expect(await callKeytar({ do: 'remove', name: 'token:1' })).toEqual({ kind: 'ok', value: true });
    expect(await callKeytar({ do: 'read', name: 'token:1' })).toEqual({ kind: 'ok', value: null });
  });

  it('answers a ping without anything stored or read', async () => {
    const entries = openKeyring();
    expect(await callKeytar({ do: 'ping' })).toEqual({ kind: 'ok', value: false });
    expect(entries.size).toBe(0);
    expect(keytar.setPassword).not.toHaveBeenCalled();
    expect(keytar.getPassword).not.toHaveBeenCalled();
  });

  it('passes a probe, which leaves nothing behind and takes another name each time', async () => {
    const entries = openKeyring();
    expect(await callKeytar({ do: 'probe' })).toEqual({ kind: 'ok', value: null });
    expect(await callKeytar({ do: 'probe' })).toEqual({ kind: 'ok', value: null });
    expect(entries.size).toBe(0);
    const names = keytar.setPassword.mock.calls.map(([, name]) => name);
    expect(new Set(names).size).toBe(2);
  });
});

describe('a keychain in trouble', () => {
  it('that takes a canary and does not give it back is locked; one that gives another back fails', async () => {
    openKeyring();
    keytar.getPassword.mockResolvedValue(null);
    expect(await callKeytar({ do: 'probe' })).toEqual({ kind: 'locked' });
    keytar.getPassword.mockResolvedValue('another');
    expect(await callKeytar({ do: 'probe' })).toEqual({ kind: 'failed' });
  });

  it.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['Prompt was dismissed', 'locked'],
    ['User canceled the operation.', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The authorization was denied.', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'failed'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'failed'],
    ['', 'failed'],
  ])('that says %j is %s, and its words are not passed on', async (said, kind) => {
    keytar.getPassword.mockRejectedValue(new Error(said));
    expect(await callKeytar({ do: 'read', name: 'token:1' })).toEqual({ kind });
  });

  it('may reject with anything', async () => {
    keytar.deletePassword.mockRejectedValue('no error at all');
    expect(await callKeytar({ do: 'remove', name: 'token:1' })).toEqual({ kind: 'failed' });
  });
});
