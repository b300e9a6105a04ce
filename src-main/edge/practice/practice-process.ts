import { startPracticeService } from '../../practice-service/server';
import type { FromPractice, ToPractice } from './messages';

/** The practice service's own process: its load never touches the window. Its state file comes as an argument. */
const tell = (message: FromPractice): void => process.parentPort.postMessage(message);

const service = await startPracticeService({
  stateFile: process.argv[2] ?? '',
  onMessage: () => tell({ told: 'messages', messages: service.messages() }),
});

process.parentPort.on('message', ({ data }: { data: ToPractice }) => {
  void service.allowToken(data.allowToken).then(() => tell({ told: 'allowed' }));
});

tell({ told: 'listening', url: service.url });
tell({ told: 'messages', messages: service.messages() });
