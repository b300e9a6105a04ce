import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The clipboard as another program sees it. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
  /** The names of what it can be read as. */
  formats(): Promise<string[]>;
}
export const clipboardOf = (env: NodeJS.ProcessEnv): Clipboard => ({
  async read() {
    // Nobody has anything to give: that is how an empty clipboard answers.
    return run('xclip', ['-selection', 'clipboard', '-o'], { env }).then(
      ({ stdout }) => stdout,
      () => '',
    );
  },
  async formats() {
    const { stdout } = await run('xclip', ['-selection', 'clipboard', '-o', '-t', 'TARGETS'], { env });
    return stdout.split('\n').filter((name) => name !== '');
  },
  write: (text) =>
    new Promise((resolve, reject) => {
      const xclip = spawn('xclip', ['-selection', 'clipboard', '-i'], {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      xclip.once('error', reject);
      xclip.once('exit', () => resolve());
      xclip.stdin.end(text);
    }),
});
