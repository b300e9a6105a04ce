import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { UpdateWay } from '#contract/updates';
import { type Origin, originOf, type Traces } from '../program/origin';
import { type RootWay, rootWay } from './install-deb';
import { isSafeAddress } from './transport';

/** Where a package looks for newer versions, and the key that they are signed with: Ed25519, SPKI in base64. */
export interface UpdateFeed {
  readonly url: string;
  readonly publicKey: string;
}

/** What kind of package a newer one is, as far as installing it goes. */
export type PackageKind = 'appimage' | 'deb' | 'mac' | 'nsis';

export interface UpdateSource {
  readonly way: UpdateWay;
  /** Null with the way `elsewhere`. */
  readonly feed: UpdateFeed | null;
  readonly kind: PackageKind;
  /** The file to replace, of an AppImage that replaces itself. */
  readonly appImage: string | null;
  /** How root is asked, with the way `with-password`. */
  readonly root: RootWay | null;
}

/** What tells one kind from another. */
export interface Surroundings extends Traces {
  readonly platform: NodeJS.Platform;
  /** The package's folder of resources; null when Latchkey runs from its sources. */
  readonly resources: string | null;
  /** What dpkg keeps of the package that it installed. */
  readonly installedList?: string;
}

/** What scripts/packaging/after-pack.mjs wrote there. */
const feedFile = 'updates.json';
const installedBy = { list: '/var/lib/dpkg/info/latchkey.list', resources: '/opt/Latchkey/resources' };

type Known = Omit<UpdateSource, 'feed'>;

/** Looks at what this package is, and where it came from. */
export function updateSource(around: Surroundings): UpdateSource {
  const feed = around.resources === null ? null : readFeed(around.resources);
  const known = kindOf(around);
  return feed === null || known.way === 'elsewhere'
    ? { ...known, way: 'elsewhere', feed: null }
    : { ...known, feed };
}

function kindOf(around: Surroundings): Known {
  const { platform, env } = around;
  const nothing = { appImage: null, root: null };
  if (platform === 'darwin') return { kind: 'mac', way: 'itself', ...nothing };
  if (platform === 'win32') {
    // Believed, for it can only make Latchkey do less.
    const isPortable = env['PORTABLE_EXECUTABLE_FILE'] !== undefined;
    return { kind: 'nsis', way: isPortable ? 'by-hand' : 'itself', ...nothing };
  }
  return onLinux(around, originOf(around));
}

/** An rpm is fetched by hand: how root would install it has been tried nowhere. */
function onLinux(around: Surroundings, { appImage, store, isFleeting }: Origin): Known {
  const { env, resources, installedList = installedBy.list } = around;
  if (store !== null) return { kind: 'deb', way: 'elsewhere', appImage: null, root: null };
  if (appImage !== null) return { kind: 'appimage', way: 'itself', appImage, root: null };
  const isDeb = !isFleeting && resources === installedBy.resources && existsSync(installedList);
  const root = isDeb ? rootWay(resources, env['PATH'] ?? '') : null;
  return { kind: 'deb', way: root === null ? 'by-hand' : 'with-password', appImage: null, root };
}

/** Null without one, or with one that is of no use: then nothing is asked for anywhere. */
function readFeed(resources: string): UpdateFeed | null {
  try {
    const feed: unknown = JSON.parse(readFileSync(path.join(resources, feedFile), 'utf8'));
    if (typeof feed !== 'object' || feed === null || !('url' in feed) || !('publicKey' in feed)) return null;
    const { url, publicKey } = feed;
    if (typeof url !== 'string' || typeof publicKey !== 'string' || !isSafeAddress(url)) return null;
    return { url, publicKey };
  } catch {
    return null;
  }
}
