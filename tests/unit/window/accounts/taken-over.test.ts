import { describe, expect, it } from 'vitest';
import { AppError } from '#contract/errors';
import { hasLookalikes, takenOverRows } from '../../../../src-renderer/state/accounts/taken-over-rows';
import { WindowState } from '../../../../src-renderer/state/window.svelte';
import { aSnapshot, anAccount, fakeBackend, firstId, held } from '../fake-backend';

const at = (...accounts: [label: string, serviceUrl: string][]) => ({
  accounts: accounts.map(([label, serviceUrl]) => ({ label, serviceUrl })),
  folders: [],
});
const waiting = aSnapshot({
  accounts: [anAccount()],
  activeAccountId: firstId,
  takenOver: at(['Work', 'https://api.example.com/v1']),
});
const settled = { ...waiting, takenOver: null };

describe('what is looked through', () => {
  it('has the host of each account, with a port that is not the usual one', () => {
    const rows = takenOverRows(
      at(
        ['One', 'https://api.example.com:443/v1'],
        ['Two', 'https://api.example.com:8443/v1'],
        ['Three', 'http://127.0.0.1:4600'],
        ['Four', 'https://api.example.com@elsewhere.example/v1'],
        ['Five', 'no address'],
      ),
    );
    expect(new Map(rows.map(({ label, host }) => [label, host]))).toEqual(
      new Map([
        ['One', 'api.example.com'],
        ['Two', 'api.example.com:8443'],
        ['Three', '127.0.0.1:4600'],
        ['Four', 'elsewhere.example'],
        ['Five', 'no address'],
      ]),
    );
  });

  it('begins with the hosts that are not like the others', () => {
    const rows = takenOverRows(
      at(
        ['Work 10', 'https://api.example.com'],
        ['Work 2', 'https://api.example.com/v1'],
        ['Odd', 'https://other.example'],
      ),
    );
    expect(rows.map(({ label }) => label)).toEqual(['Odd', 'Work 2', 'Work 10']);
  });

  it('tells of letters that look like others', () => {
    expect(hasLookalikes(at(['Work', 'https://аpple.com']))).toBe(true);
    expect(hasLookalikes(at(['Work', 'https://apple.com']))).toBe(false);
  });
});

describe('the one yes', () => {
  it('is asked for from the start, and can be put off and asked for again', () => {
    const { takenOver } = new WindowState(fakeBackend().backend, waiting);
    expect(takenOver.putOff).toBe(false);
    takenOver.notNow();
    expect(takenOver.putOff).toBe(true);
    takenOver.look();
    expect(takenOver.putOff).toBe(false);
  });

  it('is given once, and what became of it is said', async () => {
    const answer = held<object>();
    const { backend, asked } = fakeBackend({ believeTakenOver: () => answer.promise });
    const latchkey = new WindowState(backend, waiting);
    const first = latchkey.takenOver.believe(true);
    const second = latchkey.takenOver.believe(true);
    latchkey.replaceSnapshot(settled);
    answer.give({});
    await Promise.all([first, second]);
    expect(asked.filter(([name]) => name === 'believeTakenOver')).toHaveLength(1);
    expect(latchkey.remark).toMatch(/^Tokens are sent again\. Check your backup once/);
  });

  it('says in place what failed, and no more of it once it is put off', async () => {
    const failure = new AppError('vault-not-saved');
    const { backend } = fakeBackend({ believeTakenOver: () => Promise.reject(failure) });
    const latchkey = new WindowState(backend, waiting);
    await latchkey.takenOver.believe(true);
    expect(latchkey.takenOver.attempt.failure).toBe(failure);
    expect(latchkey.remark).toBe('');
    latchkey.takenOver.notNow();
    expect(latchkey.takenOver.attempt.failure).toBeNull();
  });

  it('leaves nothing behind in a window that locks', async () => {
    const failure = new AppError('vault-not-saved');
    const { backend } = fakeBackend({ believeTakenOver: () => Promise.reject(failure) });
    const latchkey = new WindowState(backend, waiting);
    await latchkey.takenOver.believe(true);
    latchkey.leave();
    expect(latchkey.takenOver.attempt.failure).toBeNull();
  });
});
