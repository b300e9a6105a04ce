import { disable, enableApp, enableSms, receiveAppSecret } from '../calls/factor-calls';
import type { Call } from '../calls/practice';
import { readRecoveryCodes, regenerateRecoveryCodes } from '../calls/recovery-calls';
import { receiveSms } from '../calls/sms-call';
import { readUser } from '../calls/user-call';
import { verifyCode } from '../calls/verify-call';

/** One call and where it is served, relative to the base path. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly call: Call;
}

/** Everything that the API serves. */
export const routes: readonly Route[] = [
  { method: 'GET', path: '/user', call: readUser },
  { method: 'POST', path: '/user/otp/sms/receive', call: receiveSms },
  { method: 'POST', path: '/user/otp/verify/{otp}', call: verifyCode },
  { method: 'GET', path: '/user/otp/recovery-codes', call: readRecoveryCodes },
  { method: 'POST', path: '/user/otp/recovery-codes', call: regenerateRecoveryCodes },
  { method: 'POST', path: '/user/otp/app/receive', call: receiveAppSecret },
  { method: 'POST', path: '/user/otp/app', call: enableApp },
  { method: 'DELETE', path: '/user/otp/app', call: disable('app') },
  { method: 'POST', path: '/user/otp/sms', call: enableSms },
  { method: 'DELETE', path: '/user/otp/sms', call: disable('sms') },
];

/** How a request is named in faults: `POST /user/otp/verify/{otp}`. */
export type RouteName = `${string} ${string}`;

/** The name of a route. */
export function routeName({ method, path }: { readonly method: string; readonly path: string }): RouteName {
  return `${method} ${path}`;
}

/** Where a request goes: to a route, or to none, with the methods that the path has (none: the path is unknown). */
export type Match =
  | { readonly route: Route; readonly otp: string }
  | { readonly route: null; readonly allow: readonly string[] };

const OTP = '{otp}';

/** Finds the route of a method and a raw path relative to the base path. */
export function matchRoute(method: string, path: string): Match {
  const onPath = routes.filter((route) => otpOf(route.path, path) !== null);
  const route = onPath.find((candidate) => candidate.method === method);
  if (route === undefined) return { route: null, allow: onPath.map((candidate) => candidate.method) };
  return { route, otp: otpOf(route.path, path) ?? '' };
}

/** The path with a code in it masked, however wrong the rest of it is. */
export function maskedPath(path: string): string {
  return path.replace(/(\/verify\/).+/s, `$1${OTP}`);
}

/** What stands for `{otp}` in a path of this pattern, '' for a pattern without; null when the path is another. */
function otpOf(pattern: string, path: string): string | null {
  if (!pattern.endsWith(OTP)) return path === pattern ? '' : null;
  const prefix = pattern.slice(0, -OTP.length);
  const otp = path.slice(prefix.length);
  return path.startsWith(prefix) && otp !== '' && !otp.includes('/') ? otp : null;
}
