import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from './temporary-folder';

const onUnix = process.platform !== 'win32';

/** The module as plain JavaScript in a folder, for a Node of its own. */
async function compiled(folder: string): Promise<string> {
  const source = path.join(import.meta.dirname, '../../../src-main/edge/durable-file.ts');
  const { outputText } = ts.transpileModule(await readFile(source, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const script = path.join(folder, 'durable-file.mjs');
  await writeFile(script, outputText);
  return pathToFileURL(script).href;
}

/** Saves texts that name their number and have a known length, and says of each that it is kept. */
const saver = (module: string, file: string, length: number): string => `
  import { writeDurably } from ${JSON.stringify(module)};
  for (let number = 1; ; number += 1) {
    await writeDurably(${JSON.stringify(file)}, String(number).padEnd(${length}, '.'));
    console.log(number);
  }`;

describe.runIf(onUnix)('a save that is killed', () => {
  it('leaves a whole text behind, and never an older one than was said to be kept', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    const length = 300_000;
    const program = saver(await compiled(folder), file, length);
    for (let round = 1; round <= 8; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
      let kept = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        kept = Number(line);
        if (kept === round * 3) child.kill('SIGKILL');
      }
      const text = await readFile(file, 'utf8');
      expect(text).toHaveLength(length);
      expect(parseInt(text, 10)).toBeGreaterThanOrEqual(kept);
      expect(await readFile(`${file}.bak`, 'utf8')).toHaveLength(length);
    }
  });
});

describe.runIf(onUnix)('a save that the disk has no room for', () => {
  it('fails with the old text in place, and without litter', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeFile(file, 'old');
    const program = `
      import { writeDurably } from ${JSON.stringify(await compiled(folder))};
      await writeDurably(${JSON.stringify(file)}, 'x'.repeat(100_000)).then(
        () => console.log('kept'),
        ({ code }) => console.log(code),
      );`;
    // A limit on the size of files stands in for a full disk: the write stops midway. 512-byte blocks.
    const shell = `trap '' XFSZ; ulimit -f 64; exec "$0" --input-type=module --eval "$1"`;
    const child = spawn('sh', ['-c', shell, process.execPath, program], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const lines: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
    await once(child, 'close');
    expect(lines).toEqual(['EFBIG']);
    expect(await readFile(file, 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['durable-file.mjs', 'settings.json']);
  });
});
