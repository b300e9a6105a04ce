import { Message, type MessageBus, NameFlag, sessionBus, Variant } from '@jellybrick/dbus-next';
import type { EventEmitter } from 'node:events';
import { startBus } from '../../scripts/desktop/bus.mjs';
import { stopChild, temporaryFolder } from '../../scripts/desktop/child.mjs';

const root = '/org/freedesktop/login1';
const manager = 'org.freedesktop.login1.Manager';

/** The signals that a Linux desktop sends when nobody is there any more, on buses of a test's own. */
export interface Absences {
  /** For programs that are to hear the login manager. */
  readonly address: string;
  /** The login manager is told to lock this session. */
  lockSession(session: string): void;
  /** The computer goes to sleep, or wakes up. */
  sleep(falling: boolean): void;
  dispose(): Promise<void>;
}

/** Starts a system bus with a login manager on it. */
export async function startLoginManager(): Promise<Absences> {
  const { folder, remove } = await temporaryFolder();
  const bus = await startBus({ ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder });
  const connection = sessionBus({ busAddress: bus.address });
  await connection.requestName('org.freedesktop.login1', NameFlag.DO_NOT_QUEUE);
  // Whoever asks to hold the sleep up is refused, as where the policy forbids it.
  connection.addMethodHandler((message: Message) => {
    if (message.member === 'Get') {
      connection.send(Message.newMethodReturn(message, 'v', [new Variant('b', false)]));
      return true;
    }
    if (message.member !== 'Inhibit') return false;
    connection.send(Message.newError(message, 'org.freedesktop.DBus.Error.AccessDenied', 'not here'));
    return true;
  });
  return {
    address: bus.address,
    lockSession: (session) =>
      connection.send(
        Message.newSignal(`${root}/session/${session}`, 'org.freedesktop.login1.Session', 'Lock', '', []),
      ),
    sleep: (falling) => connection.send(Message.newSignal(root, manager, 'PrepareForSleep', 'b', [falling])),
    async dispose() {
      connection.disconnect();
      await stopChild(bus.daemon);
      remove();
    },
  };
}

/** What says that the screen is locked. */
export interface ScreenSaver {
  active(on: boolean): void;
  /** Says it in so many bytes that mean nothing. */
  shout(bytes: number): void;
  /** Says it with a text in the place of a yes or no. */
  mumble(): void;
  stop(): void;
}

/**
 * Says on a session bus what a desktop's screen saver says when it locks the screen, or opens it again.
 *
 * @param answers whether it can be asked, too; else it only owns the name
 */
export async function startScreenSaver(
  env: NodeJS.ProcessEnv,
  name = 'org.freedesktop.ScreenSaver',
  answers = true,
): Promise<ScreenSaver> {
  const bus: MessageBus = sessionBus({ busAddress: env['DBUS_SESSION_BUS_ADDRESS'] ?? '' });
  await bus.requestName(name, NameFlag.DO_NOT_QUEUE);
  // The bus may be ended under it.
  (bus as EventEmitter).on('error', () => undefined);
  let isActive = false;
  bus.addMethodHandler((message: Message) => {
    if (message.member !== 'GetActive' || !answers) return false;
    bus.send(Message.newMethodReturn(message, 'b', [isActive]));
    return true;
  });
  const say = (signature: string, body: unknown[]): void =>
    bus.send(Message.newSignal(`/${name.replaceAll('.', '/')}`, name, 'ActiveChanged', signature, body));
  return {
    active(on) {
      isActive = on;
      say('b', [on]);
    },
    shout: (bytes) => say('ay', [Buffer.alloc(bytes)]),
    mumble: () => say('s', ['']),
    stop: () => bus.disconnect(),
  };
}
