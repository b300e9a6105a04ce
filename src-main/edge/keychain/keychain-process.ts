import { callKeytar, type KeychainCall } from './keytar-calls';

/** The keychain's own process (Linux): one message in, one out, one at a time. */
process.parentPort.on('message', ({ data }: { data: KeychainCall }) => {
  void callKeytar(data).then((reply) => process.parentPort.postMessage(reply));
});
