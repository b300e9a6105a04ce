import { read, run } from './run.mjs';

/**
 * @param {string[]} names
 * @returns {Promise<string[]>} those that are not installed, under the name that this release has for them
 */
export async function missingFromDpkg(names) {
  const { stdout } = await read('dpkg-query', ['-W', '-f', '${db:Status-Abbrev}|${Package}|${Provides}\n']);
  const present = new Set();
  for (const line of stdout.split('\n')) {
    const [status = '', name, provides = ''] = line.split('|');
    if (!status.startsWith('ii')) continue;
    present.add(name);
    for (const provided of provides.split(',')) present.add(provided.trim().split(' ')[0]);
  }
  return Promise.all(names.filter((name) => !present.has(name)).map(nameHere));
}

/**
 * @param {string[]} names
 * @param {(line: string) => void} say
 */
export async function installWithApt(names, say) {
  say(`Installing ${names.length} system packages: ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-qq', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  await run('apt-get', [...patient, 'update'], { env });
  const current = await Promise.all(names.map(nameHere));
  await run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...current], { env });
}

/**
 * Debian 13 and Ubuntu 24.04 renamed libraries whose times grew to 64 bits, and the old names cannot always be installed.
 * @param {string} name
 */
async function nameHere(name) {
  if (!name.startsWith('lib')) return name;
  const { stdout } = await read('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return stdout.startsWith('Package:') ? `${name}t64` : name;
}
