import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';

/**
 * The bill of materials of a package, in CycloneDX 1.6: what ships and nothing else, with the checksums that the lock
 * file has for it.
 * @param {import('./third-party.mjs').Shipped[]} shipped
 * @returns {Promise<object>}
 */
export async function billOfMaterials(shipped) {
  const { name, version, description, license } = await readJson('package.json');
  const { packages } = await readJson('package-lock.json');
  const reference = `pkg:generic/${name}@${version}`;
  const components = shipped.map((one) => component(one, integrityOf(packages, one)));
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${randomUUID()}`,
    version: 1,
    metadata: {
      timestamp: new Date().toISOString(),
      component: {
        type: 'application',
        'bom-ref': reference,
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
      },
    },
    components,
    dependencies: [{ ref: reference, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

/**
 * @param {import('./third-party.mjs').Shipped} shipped
 * @param {string | undefined} integrity
 */
function component({ name, version, identifier = '' }, integrity) {
  const scoped = /^(@[^/]+)\/(.+)$/.exec(name);
  const purl = `pkg:npm/${scoped ? `${encodeURIComponent(scoped[1] ?? '')}/${scoped[2]}` : name}@${version}`;
  const isSimple = /^[\w.+-]+$/.test(identifier);
  return {
    type: name === 'electron' ? 'framework' : 'library',
    'bom-ref': purl,
    ...(scoped ? { group: scoped[1], name: scoped[2] } : { name }),
    version,
    licenses: [isSimple ? { license: { id: identifier } } : { expression: identifier }],
    purl,
    // The runtime is no npm package, even where its launcher is one.
    ...(integrity && name !== 'electron' ? { hashes: [hash(integrity)] } : {}),
  };
}

/** @param {string} integrity such as `sha512-…`, as npm writes it */
function hash(integrity) {
  const content = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return { alg: 'SHA-512', content };
}

/**
 * @param {Record<string, { name?: string, version?: string, integrity?: string }>} packages
 * @param {import('./third-party.mjs').Shipped} shipped
 */
function integrityOf(packages, { name, version }) {
  const found = Object.entries(packages).find(
    ([place, one]) =>
      one.version === version && (one.name === name || (!one.name && place.endsWith(`node_modules/${name}`))),
  );
  return found?.[1].integrity;
}

/** @param {string} file */
const readJson = async (file) => JSON.parse(await readFile(join(root, file), 'utf8'));
