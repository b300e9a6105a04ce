import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { desktopParts } from './bench/desktop-parts.mjs';
import { measureOnDesktop } from './bench/measure.mjs';
import { readOptions } from './bench/options.mjs';
import { noise } from './bench/quiet.mjs';
import { sizeRows } from './bench/table/rows.mjs';
import { measureSizes } from './bench/measured/sizes.mjs';
import { table } from './bench/table/table.mjs';
import { build } from './build.mjs';
import { exitOnSignals } from './desktop/run-on-desktop.mjs';
import { script, setUp } from './setup.mjs';
import { root } from './setup/places.mjs';
import { canHavePrivateDesktop } from './setup/system-packages.mjs';

// `npm run bench [-- --quick] [-- --only NAME,…]`: how fast and how large Latchkey is, against a bare Electron window on
// the same runtime (docs/bench.md). It fails when something could not be measured, not when it is slow.
exitOnSignals();
await script(async () => {
  const { plan, chosen } = readOptions(process.argv.slice(2), [...Object.keys(desktopParts), 'sizes']);
  await setUp({ desktop: true });
  await build();
  const begin = Date.now();
  const rows = [...(await onDesktop()), ...(chosen.includes('sizes') ? sizeRows(await measureSizes()) : [])];
  const report = {
    date: new Date().toISOString(),
    seconds: Math.round((Date.now() - begin) / 1000),
    plan,
    machine: await machine(),
    noise,
    rows,
  };
  const file = join(root, 'artifacts', 'bench', 'latest.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\n${table(rows)}\n`);
  console.log(`Medians (smallest to largest). ${report.machine}; ${report.seconds} s.`);
  if (noise.disturbed > 0) {
    console.log(
      `${noise.disturbed} of ${noise.began} measurements began on a machine that was busy with something else.`,
    );
  }

  async function onDesktop() {
    if (await canHavePrivateDesktop()) return measureOnDesktop(plan, chosen, console.log);
    console.log('Only sizes are measured here: the rest needs Linux and the packages of a private desktop.');
    return [];
  }
});

async function machine() {
  const version = (await readFile(join(root, 'node_modules', 'electron', 'dist', 'version'), 'utf8')).trim();
  const cpus = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return `Electron ${version}, ${cpus.length} cores (${cpus[0]?.model ?? 'unknown'}), ${memory} GiB`;
}
