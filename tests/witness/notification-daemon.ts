import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import type { Session } from '../../scripts/desktop/session.mjs';

const run = promisify(execFile);

/** A notification as dunst, a notification daemon of others, keeps it. */
export interface Received {
  readonly appName: string;
  readonly summary: string;
  readonly body: string;
}

interface History {
  readonly data: readonly (readonly Record<'appname' | 'summary' | 'body', { readonly data: string }>[])[];
}

/** The notification daemon of a session: what reached it, and a click on it. */
export class NotificationDaemon {
  readonly #session: Session;
  readonly #stop: () => void;

  private constructor(session: Session, stop: () => void) {
    this.#session = session;
    this.#stop = stop;
  }

  /** Starts dunst; nothing else in the session shows notifications. Resolves when it answers. */
  static async start(session: Session): Promise<NotificationDaemon> {
    const dunst = spawn('dunst', ['-conf', '/dev/null'], { env: session.env, stdio: 'ignore' });
    const daemon = new NotificationDaemon(session, () => void dunst.kill());
    for (const deadline = Date.now() + 10_000; ;) {
      const answers = await daemon.#dunstctl('is-paused').then(
        () => true,
        () => false,
      );
      if (answers) return daemon;
      if (Date.now() > deadline) throw new Error('dunst gave no sign of life in 10 seconds');
    }
  }

  /** Everything that it has shown, the newest first. What is still on the screen is put away for that. */
  async received(): Promise<Received[]> {
    await this.#dunstctl('close-all');
    const history = JSON.parse(await this.#dunstctl('history')) as History;
    return (history.data[0] ?? []).map(({ appname, summary, body }) => ({
      appName: appname.data,
      summary: summary.data,
      body: body.data,
    }));
  }

  /** How many are on the screen now. */
  async displayed(): Promise<number> {
    return Number(await this.#dunstctl('count', 'displayed'));
  }

  /** Does what a click on the newest one does. */
  async click(): Promise<void> {
    await this.#dunstctl('action', '0');
  }

  stop(): void {
    this.#stop();
  }

  async #dunstctl(...args: string[]): Promise<string> {
    return (await run('dunstctl', args, { env: this.#session.env })).stdout;
  }
}
