import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { UpdateWay } from '#contract/updates';

/** Where a package looks for newer versions, and the key that they are signed with: Ed25519, SPKI in base64. */
export interface UpdateFeed {
  readonly url: string;
  readonly publicKey: string;
}

/** What kind of package this is, as far as installing a newer one goes. */
export type PackageKind = 'appimage' | 'deb' | 'rpm' | 'mac' | 'nsis';

export interface UpdateSource {
  readonly way: UpdateWay;
  /** Null with the way `elsewhere`. */
  readonly feed: UpdateFeed | null;
  readonly kind: PackageKind;
}

/** What tells one kind from another. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Where the program lies. */
  readonly executable: string;
  /** The package's folder of resources; null when Latchkey runs from its sources. */
  readonly resources: string | null;
}

/** What scripts/packaging/after-pack.mjs wrote there. */
const feedFile = 'updates.json';
const installedBy = { deb: '/var/lib/dpkg/info/latchkey.list', folder: '/opt/Latchkey/' };

/** Looks at what this package is, and where it came from. */
export function updateSource(around: Surroundings): UpdateSource {
  const feed = around.resources === null ? null : readFeed(around.resources);
  const { env } = around;
  const isStore = env['SNAP'] !== undefined || env['FLATPAK_ID'] !== undefined;
  const known = kindOf(around);
  const way = feed === null || isStore ? 'elsewhere' : known.way;
  return { way, kind: known.kind, feed: way === 'elsewhere' ? null : feed };
}

function kindOf({ platform, env, executable, resources }: Surroundings): Omit<UpdateSource, 'feed'> {
  if (platform === 'darwin') return { kind: 'mac', way: 'itself' };
  if (platform === 'win32') {
    return { kind: 'nsis', way: env['PORTABLE_EXECUTABLE_FILE'] === undefined ? 'itself' : 'by-hand' };
  }
  if (env['APPIMAGE'] !== undefined) return { kind: 'appimage', way: 'itself' };
  if (!executable.startsWith(installedBy.folder)) return { kind: 'deb', way: 'by-hand' };
  if (existsSync(installedBy.deb)) return { kind: 'deb', way: 'with-password' };
  return packageType(resources) === 'rpm'
    ? { kind: 'rpm', way: 'with-password' }
    : { kind: 'deb', way: 'by-hand' };
}

/** What electron-builder notes in an rpm. */
function packageType(resources: string | null): string | null {
  const file = path.join(resources ?? '', 'package-type');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Null without one, or with one that is of no use: then nothing is asked for anywhere. */
function readFeed(resources: string): UpdateFeed | null {
  try {
    const feed: unknown = JSON.parse(readFileSync(path.join(resources, feedFile), 'utf8'));
    if (typeof feed !== 'object' || feed === null || !('url' in feed) || !('publicKey' in feed)) return null;
    const { url, publicKey } = feed;
    if (typeof url !== 'string' || typeof publicKey !== 'string' || !isSafe(url)) return null;
    return { url, publicKey };
  } catch {
    return null;
  }
}

/** Over https, or on this computer. */
function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(hostname));
}
