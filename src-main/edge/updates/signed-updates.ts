import { rm } from 'node:fs/promises';
import path from 'node:path';
import { UpdateFailure, type PackageUpdates } from '../../core/ports/package-updates';
import { fetchPackage } from './fetch-package';
import { fetchSmall } from './fetch-small';
import type { Fetched, Installer } from './installer';
import { noteSeen, readSeen } from './seen-list';
import type { Transport } from './transport';
import { caps, type ListedPackage, provenList, type SeenList, type UpdateList } from './update-list';
import type { PackageKind, UpdateFeed } from './update-source';
import { isNewer } from './version';

export interface Parts {
  readonly kind: PackageKind;
  readonly feed: UpdateFeed;
  /** The list's file name: see `listName`. */
  readonly list: string;
  /** The version that runs. */
  readonly version: string;
  /** Where what is fetched goes, and what was seen is remembered. */
  readonly folder: string;
  readonly transport: Transport;
  readonly installer: Installer;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const endings: Record<PackageKind, string> = {
  appimage: '.AppImage',
  deb: '.deb',
  mac: '.zip',
  nsis: '.exe',
};

/** The list for a system and a processor, by the names that version 0.1.0 asks for, too. */
export function listName(platform: NodeJS.Platform, arch: string): string {
  if (platform === 'darwin') return 'latest-mac.yml';
  if (platform === 'win32') return 'latest.yml';
  return `latest-linux${arch === 'x64' ? '' : `-${arch}`}.yml`;
}

/** Newer versions from a plain folder on a web server, of which nothing counts that is not signed. */
export function signedUpdates(parts: Parts): Omit<PackageUpdates, 'way'> {
  const { kind, feed, folder, transport, installer } = parts;
  const packages = path.join(folder, 'pending');
  const base = new URL(feed.url.endsWith('/') ? feed.url : `${feed.url}/`);
  /** Beside the file, which may not be writable. */
  let seen: SeenList | null = null;
  let found: { readonly list: UpdateList; readonly listed: ListedPackage } | null = null;
  let fetched: Fetched | null = null;

  async function newestList(): Promise<UpdateList> {
    const { content, date } = await fetchSmall(transport, new URL(parts.list, base), caps.list);
    const { content: signature } = await fetchSmall(
      transport,
      new URL(`${parts.list}.sig`, base),
      caps.signature,
    );
    seen ??= await readSeen(folder);
    const list = provenList({
      list: content,
      signature: signature.toString('latin1'),
      publicKey: feed.publicKey,
      name: parts.list,
      seen,
      now: parts.now(),
      serverNow: date,
    });
    await noteSeen(folder, list, seen).catch(() => undefined);
    seen = list;
    return list;
  }

  return {
    async look() {
      const list = await newestList();
      const listed = list.files.find(({ name }) => name.endsWith(endings[kind]));
      if (listed !== undefined && isNewer(list.version, parts.version)) {
        found = { list, listed };
        return list.version;
      }
      found = null;
      // What this version was installed from.
      await rm(packages, { recursive: true, force: true }).catch(() => undefined);
      return null;
    },
    async fetch(onPercent) {
      if (found === null) throw new UpdateFailure('unreachable');
      const { list, listed } = found;
      const address = new URL(listed.name, base);
      const file = await fetchPackage({ transport, address, listed, folder: packages, onPercent });
      fetched = { file, listed, list };
      await installer.prepare(fetched);
    },
    async install() {
      if (fetched === null) throw new UpdateFailure('not-installed');
      await installer.install(fetched);
    },
  };
}
