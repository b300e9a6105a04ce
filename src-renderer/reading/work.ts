import { AppError, type ErrorCode } from '#contract/errors';
import type { Job, Told } from './job';
import address from './reading-worker?worker&url';

/** Milliseconds without a word of the worker, after which it is ended. */
const patience = 20_000;

interface Listening {
  readonly found?: (texts: readonly string[]) => void;
  readonly signal?: AbortSignal | undefined;
}

/** The one script that may become a worker. The policy of the page knows this name, and lets no second one be made. */
interface WorkerPolicy {
  createScriptURL(from: string): URL;
}
const { trustedTypes } = globalThis as {
  trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL: () => string }): WorkerPolicy;
  };
};
const policy = trustedTypes?.createPolicy('latchkey-reading', { createScriptURL: () => address });

/**
 * Has a file read in a worker of its own, which ends with it.
 *
 * @returns its text, where that was wanted
 * @throws AppError what the worker says; `read-too-slow` where it says nothing for too long. The reason of `signal`, where
 *   that ends it.
 */
export function work(job: Job, { found, signal }: Listening): Promise<string> {
  return new Promise((give, fail) => {
    const worker = new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
    let waiting = 0;
    const end = (): void => {
      clearTimeout(waiting);
      signal?.removeEventListener('abort', stop);
      worker.terminate();
    };
    const stop = (): void => {
      end();
      fail(signal?.reason as Error);
    };
    const failWith = (code: ErrorCode): void => {
      end();
      fail(new AppError(code));
    };
    const wait = (): void => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => failWith('read-too-slow'), patience);
    };
    worker.onerror = () => failWith('file-unreadable');
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      wait();
      if (data.is === 'codes') found?.(data.texts);
      else if (data.is === 'failed') failWith(data.code);
      else if (data.is === 'done') {
        end();
        give(data.text);
      }
    };
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) {
      stop();
      return;
    }
    wait();
    worker.postMessage(job, [job.bytes]);
  });
}
