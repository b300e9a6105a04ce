import { section } from '../catalogue';
import { strong } from '../rich';

/** Asking for a code and verifying it. Times come as they are shown. */
export const verifyWords = section('verify', {
  heading: 'Verify',
  textsGoTo: (ending: string) => ['Texts go to the number ending in ', strong(ending), '.'],
  textMe: 'Text me a code',
  asking: 'Asking',
  askAgainAt: (time: string) => `You can ask again at ${time}.`,
  texted: 'A text is on its way.',

  code: 'Code',
  awaited: 'Six digits, or a recovery code.',
  sentAgo: (time: string) => `Sent ${time} ago, use the newest message.`,
  beginsRecoveryCode: 'A recovery code begins like this. Type the rest, or press Verify.',
  verify: 'Verify',
  verifying: 'Verifying',
  verifyAgainAt: (time: string) => `You can verify again at ${time}.`,
  /** A code that was copied since a text was asked for. */
  enterCopied: (code: string) => `Enter ${code} from the clipboard`,
  tooLong: (characters: string) => `This is too long for a code: ${characters} characters. Nothing was sent.`,
  /** What else is known about the code, or the text, after a failure. */
  codeUnsent: 'The code was not sent.',
  codeInDoubt: 'Ask for a new code: this one may be spent.',
  textInDoubt: 'A text may still come: wait a minute before you ask again.',
  addNumber: 'Add one on the service’s site, or use a recovery code.',
  /** An accepted code bought a session, or was a recovery code, and the disk did not take it. */
  notKept:
    'Latchkey could not write down what came of it: the disk may be full. It knows it for now, and tries again with the next change and when it locks.',
  sessionCopied: 'Session token copied.',
  sessionForgotten: 'Session token forgotten.',

  noText: 'No text came?',
  noTextHelp:
    'A text can take a minute, and waits while the phone has no signal. If you asked more than once, only the newest message counts. A recovery code works instead: type it into the field above.',
  showRecoveryCodes: 'Show my recovery codes',

  phone: 'Practice phone',
  phoneEmpty: 'No messages yet. Texts of the practice service arrive here, and nowhere else.',
  phoneOff: 'It is off, because the practice service ended. “Text me a code” starts it again.',
  message: (code: string) => ['Your code is ', strong(code)],
  useCode: 'Use this code',
});
