import type { VerifyOutcome } from '#contract/contract';
import type { ErrorCode } from '#contract/errors';

type Refusal = Exclude<VerifyOutcome['outcome'], 'accepted'>;

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What sentences of services are built of, whatever they say. */
const plain = words(
  'a an the this that it its is are was were be been has have had do does did can cannot could t not no of for to in on at or and with by from as you your we our i me my please sorry error failed',
);
/** What our own sentences about a code have said already. */
const aboutCodes = words(
  'code codes otp token passcode password pin verification authentication sms text message one time new newest another again request requested ask try check enter use user number',
);
const refused = words(
  'invalid valid incorrect wrong rejected refused denied match matches matched mismatch bad unauthorized',
);

/** The further words of each kind. Where ours say little or leave something open, the service's are worth reading. */
const known: Partial<Record<Refusal | ErrorCode, ReadonlySet<string>>> = {
  rejected: refused,
  expired: words('expired expire old late longer valid'),
  'already-used': words('already used once before longer valid'),
  'too-many-tries': words(
    'too many wrong tries attempts tried failed blocked locked after limit exceeded reached longer valid',
  ),
  'token-refused': words(
    'invalid valid refused unauthorized authorized unknown api key credentials required missing',
  ),
  'access-denied': words(
    'access denied forbidden allowed permitted permission permissions authorized api key',
  ),
  'no-phone-number': words('phone mobile numbers found missing set up registered'),
  'no-recovery-codes': words('recovery found generated yet'),
  'rate-limited': words('too many requests request rate limit limited exceeded reached later slow down'),
  'service-failed': words('internal server service unavailable temporarily problem something went later'),
  'not-found': words('found find resource page'),
};

/**
 * Whether a service's sentence only says what ours about the same outcome or failure says, so that one of them is enough.
 *
 * @param said the service's own words
 */
export function saysTheSame(about: Refusal | ErrorCode, said: string): boolean {
  const own = known[about];
  if (own === undefined) return false;
  const heard = said
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return heard.every((word) => plain.has(word) || aboutCodes.has(word) || own.has(word));
}
