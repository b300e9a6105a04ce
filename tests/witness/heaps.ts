import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';

/**
 * What the heap of main holds, as V8 writes it out when it has cleared garbage away; every text in full, for else all but
 * its first thousand characters would be left out.
 */
export async function heapOfMain(app: ElectronApplication): Promise<string> {
  const file = path.join(tmpdir(), `latchkey-heap-${process.pid}-${Date.now()}.heapsnapshot`);
  await app.evaluate((_electron, name) => {
    const v8 = process.getBuiltinModule('node:v8');
    v8.setFlagsFromString('--heap-snapshot-string-limit=1000000');
    v8.writeHeapSnapshot(name);
  }, file);
  const heap = await readFile(file, 'utf8');
  await rm(file);
  return heap;
}

/** The same of a window's page. */
export async function heapOfPage(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  return chunks.join('');
}
