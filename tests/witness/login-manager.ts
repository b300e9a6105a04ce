import { Message, type MessageBus, NameFlag, sessionBus } from '@jellybrick/dbus-next';
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

/** Says on a session bus what a desktop's screen saver says when it locks the screen, or opens it again. */
export async function startScreenSaver(
  env: NodeJS.ProcessEnv,
): Promise<{ active(on: boolean): void; stop(): void }> {
  const bus: MessageBus = sessionBus({ busAddress: env['DBUS_SESSION_BUS_ADDRESS'] ?? '' });
  const name = 'org.freedesktop.ScreenSaver';
  await bus.requestName(name, NameFlag.DO_NOT_QUEUE);
  return {
    active: (on) =>
      bus.send(Message.newSignal('/org/freedesktop/ScreenSaver', name, 'ActiveChanged', 'b', [on])),
    stop: () => bus.disconnect(),
  };
}
