import { randomBytes } from 'node:crypto';
import path from 'node:path';

/** Where Latchkey writes down bugs: `logs/main.log` in the profile folder, 1 MiB, one older file kept. */
export interface Log {
  /** @returns the reference under which it stands in the log */
  bug(where: string, error: unknown): string;
  /** For what is no bug and yet worth a line, such as a process that had to be restarted. */
  event(what: string): void;
}

/**
 * A log that cannot hold a secret: of an error it keeps the name and the places in the code, never its message, for a
 * message may quote what a person typed or a service said.
 */
export function openLog(profile: string): Log {
  const write = async (level: 'error' | 'info', line: string): Promise<void> => {
    // Loaded with the first line: most runs never write one.
    const { default: log } = await import('electron-log/node');
    log.transports.console.level = false;
    log.transports.file.resolvePathFn = () => path.join(profile, 'logs', 'main.log');
    log[level](line);
  };
  return {
    bug(where, error) {
      const reference = randomBytes(4).toString('hex');
      void write('error', `${reference} in ${where}: ${withoutMessage(error)}`);
      return reference;
    },
    event: (what) => void write('info', what),
  };
}

function withoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // The message goes first, for its own lines may look like places.
  const places = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  // A system's code, such as EACCES, says what happened without quoting anybody.
  const { code } = error as NodeJS.ErrnoException;
  const name =
    typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(code) ? `${error.name} ${code}` : error.name;
  return [name, ...places.slice(0, 12)].join('\n');
}
