import { doPassphraseJob, type PassphraseJob } from './passphrase-job';

// Loaded while the passphrase is still being typed.
void import('age-encryption');
void import('hash-wasm');

/** The process for work with passphrases, which takes a second and 350 MB: one job in, one reply out. */
process.parentPort.on('message', ({ data }: { data: PassphraseJob }) => {
  void doPassphraseJob(data).then((reply) => process.parentPort.postMessage(reply));
});
