import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idleLimit, onDemand, preparedLimit } from '../../../src-main/edge/sealing/on-demand';
import type { PassphraseJob, PassphraseReply } from '../../../src-main/edge/sealing/passphrase-job';
import { createSealer } from '../../../src-main/edge/sealing/sealer';
import { kindOf, utf8 } from './sealers';

interface Asked {
  readonly job: PassphraseJob;
  readonly reply: (reply: PassphraseReply) => void;
}

/** Processes that reply, and die, when they are told to. */
class FakeProcesses {
  started = 0;
  ended = 0;
  readonly asked: Asked[] = [];
  crash: () => void = () => undefined;

  readonly work = onDemand((onEnd) => {
    this.started += 1;
    return {
      ask: (job) =>
        new Promise((resolve, reject) => {
          this.asked.push({ job, reply: resolve });
          this.crash = () => {
            onEnd();
            reject(new Error('the sealing process ended'));
          };
        }),
      end: () => (this.ended += 1),
    };
  });

  readonly do = (job: PassphraseJob): Promise<PassphraseReply> => this.work.do(job);

  /** Lets the job that waits, which must be the only one, be done. */
  async reply(reply: PassphraseReply): Promise<void> {
    await vi.advanceTimersByTimeAsync(0);
    expect(this.asked).toHaveLength(1);
    this.asked.pop()?.reply(reply);
    await vi.advanceTimersByTimeAsync(0);
  }
}

const job = (passphrase: string): PassphraseJob => ({ do: 'open', passphrase, sealed: new Uint8Array() });
const opened = (text: string): PassphraseReply => ({ kind: 'opened', text });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the sealing process', () => {
  it('is started by the first job, does one at a time, and ends when there is none for a while', async () => {
    const processes = new FakeProcesses();
    expect(processes.started).toBe(0);
    const replies = [processes.do(job('a')), processes.do(job('b'))];
    await processes.reply(opened('a'));
    await vi.advanceTimersByTimeAsync(idleLimit * 2);
    expect(processes.ended, 'a job may take long').toBe(0);
    await processes.reply(opened('b'));
    expect(await Promise.all(replies)).toEqual([opened('a'), opened('b')]);
    await vi.advanceTimersByTimeAsync(idleLimit - 1);
    expect([processes.started, processes.ended]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([processes.ended, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('is started again after it rested', async () => {
    const processes = new FakeProcesses();
    void processes.do(job('a'));
    await processes.reply(opened('a'));
    await vi.advanceTimersByTimeAsync(idleLimit);
    const reply = processes.do(job('b'));
    await processes.reply(opened('b'));
    expect([await reply, processes.started]).toEqual([opened('b'), 2]);
  });

  it('that crashes fails its job alone', async () => {
    const processes = new FakeProcesses();
    const first = expect(processes.do(job('a'))).rejects.toThrow('the sealing process ended');
    const second = processes.do(job('b'));
    await vi.advanceTimersByTimeAsync(0);
    processes.asked.pop();
    processes.crash();
    await first;
    await processes.reply(opened('b'));
    expect([await second, processes.started]).toEqual([opened('b'), 2]);
  });

  it('that cannot be started fails the job, and is tried again', async () => {
    let attempts = 0;
    const work = onDemand(() => {
      attempts += 1;
      throw new Error('fork failed');
    });
    await expect(work.do(job('a'))).rejects.toThrow('fork failed');
    await expect(work.do(job('b'))).rejects.toThrow('fork failed');
    expect(attempts).toBe(2);
  });

  it('is there before the first job when that was foreseen, and not for ever', async () => {
    const processes = new FakeProcesses();
    processes.work.prepare();
    processes.work.prepare();
    expect(processes.started).toBe(1);
    await vi.advanceTimersByTimeAsync(preparedLimit - 1);
    const reply = processes.do(job('a'));
    await processes.reply(opened('a'));
    expect([await reply, processes.started, processes.ended]).toEqual([opened('a'), 1, 0]);
    await vi.advanceTimersByTimeAsync(idleLimit);
    expect([processes.ended, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it('that has seen a passphrase does not wait for the next one: another does', async () => {
    const processes = new FakeProcesses();
    void processes.do(job('a'));
    await processes.reply(opened('a'));
    processes.work.prepare();
    processes.work.prepare();
    expect([processes.started, processes.ended]).toEqual([2, 1]);
    await vi.advanceTimersByTimeAsync(idleLimit);
    expect(processes.ended, 'a passphrase is being typed').toBe(1);
    await vi.advanceTimersByTimeAsync(preparedLimit - idleLimit);
    expect([processes.ended, vi.getTimerCount()]).toEqual([2, 0]);
  });

  it('is not ended in the middle of a job because it was prepared for another', async () => {
    const processes = new FakeProcesses();
    void processes.do(job('a'));
    await vi.advanceTimersByTimeAsync(0);
    processes.work.prepare();
    await vi.advanceTimersByTimeAsync(preparedLimit * 2);
    expect(processes.ended).toBe(0);
  });

  it('that cannot be prepared is no trouble yet', () => {
    const work = onDemand(() => {
      throw new Error('fork failed');
    });
    expect(() => work.prepare()).not.toThrow();
  });

  it('is not troubled with what is no age file', async () => {
    const processes = new FakeProcesses();
    const sealer = createSealer(processes.work);
    expect(await kindOf(sealer.openWithPassphrase('a', utf8('{}')))).toBe('not-sealed');
    expect(processes.started).toBe(0);
  });

  it('that fails is an ordinary error', async () => {
    const sealer = createSealer({ do: () => Promise.resolve({ kind: 'failed' }), prepare: () => undefined });
    await expect(sealer.sealWithPassphrase('a', 'text', 'binary')).rejects.toThrow(
      'the sealing process failed',
    );
  });
});
