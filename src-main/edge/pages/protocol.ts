import { protocol, session } from 'electron';
import { bundle } from './bundle';

/** Before `ready`: makes `app:` a scheme like https, whose scripts V8 may keep compiled. */
export function registerBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the window from the built files in a folder. */
export function serveBundle(folder: string): void {
  const serve = bundle(folder);
  session.defaultSession.protocol.handle('app', async ({ method, url }) => {
    const { status, headers, body } = await serve(method, url);
    return new Response(new Uint8Array(body), { status, headers });
  });
}
