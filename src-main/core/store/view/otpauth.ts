import type { Authenticator } from './entry';

/**
 * What makes codes as an otpauth link, in the form that all authenticators read: with every parameter said, for what is left
 * out is guessed differently. A counter stands at the count that nobody has taken yet.
 *
 * @param label of its entry
 * @param user whom it signs in; may be empty
 */
export function otpauthOf(
  { type, secret, algorithm, digits, period, count }: Authenticator,
  label: string,
  user: string,
): string {
  const name = encodeURIComponent(user === '' ? label : `${label}:${user}`);
  const moving = type === 'hotp' ? `counter=${count}` : `period=${period}`;
  const parameters = [`secret=${secret}`, `issuer=${encodeURIComponent(label)}`];
  if (algorithm !== '') parameters.push(`algorithm=${encodeURIComponent(algorithm)}`);
  return `otpauth://${type}/${name}?${[...parameters, `digits=${digits}`, moving].join('&')}`;
}
