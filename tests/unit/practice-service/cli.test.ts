import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startPractice, temporaryFolder } from './practice-fixture';
import { RecordingClient } from './recording-client';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-practice-cli-'));
  const entry = fileURLToPath(new URL('../../../src-main/practice-service/cli.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'cli.mjs' } },
    },
  });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A run of the command by plain node. */
class Run {
  readonly ended: Promise<{ code: number | null; errors: string }>;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  constructor(args: readonly string[]) {
    const child = spawn(process.execPath, [join(folder, 'cli.mjs'), ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    this.ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, errors })));
    onTestFinished(async () => {
      child.kill('SIGKILL');
      await this.ended;
    });
  }

  /** The next line of its output; undefined at the end. */
  async line(): Promise<string | undefined> {
    const next = await this.#lines.next();
    return next.done === true ? undefined : next.value;
  }

  /** The URL out of the line that says where it listens. */
  async url(): Promise<string> {
    const line = (await this.line()) ?? '';
    expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+\/metal\/v1$/);
    return line.replace('listening on ', '');
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

describe('the command', () => {
  test('serves, prints each SMS, and takes its options to heart', async () => {
    const stateFile = join(await temporaryFolder(), 'state.json');
    const options = ['--session-token', '--wrong-code-401', '--faults', '--state', stateFile];
    const run = new Run(['--port', '0', '--token', 'one', '--token', 'two', ...options]);
    const client = new RecordingClient(await run.url(), 'two');
    await client.post('/user/otp/sms/receive');
    const sms = (await run.line()) ?? '';
    expect(sms).toMatch(/^SMS to \+1 555 0100: \d{6}$/);
    expect((await client.verify(sms.slice(-6))).status).toBe(200);
    expect((await client.verify('abc')).status).toBe(401);
    expect((await client.withToken('one').get('/user')).status).toBe(200);
    expect((await client.delete('/practice/fault')).status).toBe(204);
    expect(JSON.parse(await readFile(stateFile, 'utf8'))).toMatchObject({ sms: { used: true } });
  });

  test('makes a token when it is given none, and leaves out what it is not asked for', async () => {
    const run = new Run(['--port', '0']);
    const url = await run.url();
    const token = ((await run.line()) ?? '').replace('token: ', '');
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    const client = new RecordingClient(url, token);
    expect((await client.get('/user')).status).toBe(200);
    expect((await client.verify('abc')).status).toBe(400);
    expect((await client.delete('/practice/fault')).status).toBe(404);
  });

  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'ends on %s',
    async (signal) => {
      const run = new Run(['--port', '0', '--token', 'one']);
      await run.url();
      run.signal(signal);
      expect(await run.ended).toEqual({ code: 0, errors: '' });
    },
  );

  test('says when the port is taken', async () => {
    const { port } = new URL((await startPractice()).service.url);
    expect(await new Run(['--port', port]).ended).toEqual({ code: 1, errors: `Port ${port} is taken.\n` });
  });

  test('says when the state file was damaged', async () => {
    const stateFile = join(await temporaryFolder(), 'state.json');
    await writeFile(stateFile, '{');
    const run = new Run(['--port', '0', '--token', 'one', '--state', stateFile]);
    await run.url();
    run.signal('SIGKILL');
    expect((await run.ended).errors).toContain(`The state file was damaged and is now ${stateFile}.damaged-`);
  });

  test.each([
    [['--prot', '1'], "Unknown option '--prot'; see --help."],
    [['stray'], "Unexpected argument 'stray'; see --help."],
    [['--port'], "Option '--port <value>' argument missing; see --help."],
    [['--faults=yes'], "Option '--faults' does not take an argument; see --help."],
    [['--port', '65536'], '--port must be a number from 0 to 65535.'],
    [['--port', '-1'], /^Option '--port' argument is ambiguous; see --help\.$/],
    [['--port', '0x50'], '--port must be a number from 0 to 65535.'],
    [['--port', ''], '--port must be a number from 0 to 65535.'],
    [['--token', ''], '--token must be one or more visible ASCII characters.'],
  ])('answers %j with one sentence', async (args, words) => {
    const { code, errors } = await new Run(args).ended;
    expect(code).toBe(2);
    expect(errors).toMatch(/^[^\n]+\n$/);
    expect(errors.trim()).toMatch(words);
  });

  test('explains itself', async () => {
    const run = new Run(['--help']);
    expect(await run.line()).toBe('The Latchkey practice service: the OTP API on 127.0.0.1.');
    expect(await run.ended).toEqual({ code: 0, errors: '' });
  });
});
