import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './places.mjs';
import { run } from './run.mjs';

const patience = { answer: 5_000, more: 30_000 };
const day = 24 * 60 * 60 * 1000;

/**
 * Downloads Electron's own release through Electron's own downloader (its mirrors, its proxy settings, its checksums)
 * and unpacks it into the electron package. Gives up when no answer comes within five seconds.
 * @param {string} electronPackage
 * @param {string} version
 * @param {(line: string) => void} say
 * @returns {Promise<string | null>} what went wrong, or null
 */
export async function installOfficial(electronPackage, version, say) {
  try {
    const require = createRequire(join(electronPackage, 'install.js'));
    const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
    await downloadArtifact({
      version,
      artifactName: 'electron',
      cacheRoot: process.env['electron_config_cache'],
      checksums: require('./checksums.json'),
      downloader: {
        download: (/** @type {string} */ url, /** @type {string} */ file) => download(url, file, say),
      },
    });
    await rm(join(electronPackage, 'dist'), { recursive: true, force: true });
    await run(process.execPath, [join(electronPackage, 'install.js')]);
    await rm(marker(version), { force: true });
    return null;
  } catch (error) {
    const problem =
      error instanceof Error ? [error.message, error.cause].filter(Boolean).join(': ') : String(error);
    await mkdir(cacheFolder(), { recursive: true });
    await writeFile(marker(version), JSON.stringify({ mirror: mirror(), at: Date.now(), problem }));
    return problem;
  }
}

/**
 * Whether a download of this version was tried in vain within the last 24 hours.
 * @param {string} version
 */
export async function wasUnreachableToday(version) {
  try {
    const failure = JSON.parse(await readFile(marker(version), 'utf8'));
    return failure.mirror === mirror() && Date.now() - failure.at < day;
  } catch {
    return false;
  }
}

/**
 * @param {string} url
 * @param {string} file
 * @param {(line: string) => void} say
 */
async function download(url, file, say) {
  const stop = new AbortController();
  const giveUp = () => stop.abort(new Error('the server does not answer'));
  let timer = setTimeout(giveUp, patience.answer);
  try {
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok || !response.body) throw new Error(`HTTP status ${response.status}`);
    say('Downloading Electron');
    await mkdir(dirname(file), { recursive: true });
    const body = /** @type {import('node:stream/web').ReadableStream} */ (response.body);
    await pipeline(Readable.fromWeb(body), watched, createWriteStream(file));
  } finally {
    clearTimeout(timer);
  }

  /** @param {AsyncIterable<unknown>} chunks */
  async function* watched(chunks) {
    for await (const chunk of chunks) {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience.more);
      yield chunk;
    }
  }
}

/** @param {string} version */
const marker = (version) => join(cacheFolder(), `electron-${version}-unreachable.json`);

const mirror = () => process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? null;
