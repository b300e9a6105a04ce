import { HELP, type CliOptions, readArguments } from './cli-arguments';
import { startPracticeService } from './server';

const request = readArguments(process.argv.slice(2));
switch (request.kind) {
  case 'help':
    console.log(HELP);
    break;
  case 'misuse':
    console.error(request.words);
    process.exitCode = 2;
    break;
  case 'serve':
    await serve(request.options, request.newToken);
}

async function serve(options: CliOptions, newToken: string | null): Promise<void> {
  try {
    const service = await startPracticeService({
      ...options,
      onMessage: ({ to, code }) => console.log(`SMS to ${to}: ${code}`),
      onFailure: (error) => console.error(`A call failed: ${wordsOf(error)}`),
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
    if (service.setAside !== null) console.error(`The state file was damaged and is now ${service.setAside}`);
    console.log(`listening on ${service.url}`);
    if (newToken !== null) console.log(`token: ${newToken}`);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(taken ? `Port ${options.port} is taken.` : `Could not start: ${wordsOf(error)}`);
    process.exitCode = 1;
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
