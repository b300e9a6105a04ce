import path from 'node:path';

type Environment = NodeJS.ProcessEnv;

/** The socket of the session bus; null where there is none that can be spoken to. */
export function sessionBus({
  DBUS_SESSION_BUS_ADDRESS: address,
  XDG_RUNTIME_DIR: runtime,
}: Environment): string | null {
  if (address) return socketIn(address);
  return runtime ? path.join(runtime, 'bus') : null;
}

/** The socket of the system's bus. */
export const systemBus = ({ DBUS_SYSTEM_BUS_ADDRESS: address }: Environment): string | null =>
  socketIn(address || 'unix:path=/run/dbus/system_bus_socket');

/** The first socket in a list such as `unix:path=/run/user/1000/bus,guid=…;tcp:…`, with %-escapes; null without one. */
function socketIn(address: string): string | null {
  for (const one of address.split(';')) {
    const [, how, where] = /^unix:(?:[^;]*,)?(path|abstract)=([^,]+)/.exec(one) ?? [];
    if (where === undefined) continue;
    const name = where.replace(/%([0-9a-fA-F]{2})/g, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return how === 'abstract' ? `\0${name}` : name;
  }
  return null;
}
