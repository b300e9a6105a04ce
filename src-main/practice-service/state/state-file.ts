import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { State } from './state';
import { isState } from './state-check';

/** What was found at start: a state, or none, and where a damaged file went. */
export interface LoadedState {
  readonly state: State | null;
  readonly setAside: string | null;
}

/**
 * Reads the state file, and makes its folder when missing. A damaged file is moved to `FILE.damaged-MILLISECONDS`.
 * Rejects when the file is there but cannot be read: starting fresh would overwrite it.
 */
export async function loadState(file: string): Promise<LoadedState> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const text = await readIfThere(file);
  if (text === null) return { state: null, setAside: null };
  const state = parse(text);
  if (isState(state)) return { state, setAside: null };
  const setAside = `${file}.damaged-${Date.now()}`;
  await rename(file, setAside);
  return { state: null, setAside };
}

/** Replaces the state file, readable by its owner alone, so that a crash leaves the old one or the new one whole. */
export async function saveState(file: string, state: State): Promise<void> {
  const temporary = `${file}.tmp`;
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(state, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await replace(temporary, file);
  await syncFolder(dirname(file));
}

/** Windows refuses while a virus scanner or an indexer looks at the file: those are done within a second. */
async function replace(from: string, to: string): Promise<void> {
  const deadline = Date.now() + (process.platform === 'win32' ? 1000 : 0);
  for (;;) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (Date.now() >= deadline) throw error;
      await delay(20);
    }
  }
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
