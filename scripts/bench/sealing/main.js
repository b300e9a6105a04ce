// Seals and opens once with Latchkey's own sealing process, and says how long that took and for how long main stood
// still. Arguments: the built process, and how many characters are sealed.
import { app, utilityProcess } from 'electron';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: how often main is looked at, which is as much as a look may be late by itself. */
const resolution = 1;
/** Milliseconds: a person who types a passphrase takes several seconds, and the process is started at the first. */
const typing = 1_500;
const passphrase = 'lantern orbit velvet cactus harbor mango';

void app.whenReady().then(async () => {
  const [script = '', length] = process.argv.slice(-2);
  const text = 'x'.repeat(Number(length));
  // Electron is still busy with its own start.
  await pause(2_000);
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const sealed = await timed(script, { do: 'seal', passphrase, text, form: 'binary' });
  const opening = { do: 'open', passphrase, sealed: sealed.reply.sealed };
  const opened = await timed(script, opening);
  const unprepared = await timed(script, opening, 0);
  delay.disable();
  if (opened.reply.text !== text) throw new Error('What was sealed did not open.');
  const result = {
    seal: sealed.milliseconds,
    open: opened.milliseconds,
    unprepared: unprepared.milliseconds,
    block: delay.max / 1e6 - resolution,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`, () => app.exit());
});

/**
 * In a process of its own each time, as the whole command of the other side is.
 * @param {string} script
 * @param {object} job
 * @param {number} before milliseconds from the start of the process to the job
 * @returns {Promise<{ milliseconds: number, reply: { sealed: Uint8Array, text: string } }>}
 */
async function timed(script, job, before = typing) {
  const forked = performance.now();
  const child = utilityProcess.fork(script, [], { stdio: 'ignore' });
  if (before > 0) await pause(before);
  const begin = before > 0 ? performance.now() : forked;
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The sealing process ended.')));
    child.once('message', (reply) => {
      resolve({ milliseconds: performance.now() - begin, reply });
      child.kill();
    });
    child.postMessage(job);
  });
}
