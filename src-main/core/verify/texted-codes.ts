import { codeInMessage } from '#contract/code-in-message';
import { readCode } from '#contract/one-time-code';
import type { SecretClipboard } from '../clipboard/secret-clipboard';
import type { Clock } from '../ports/clock';
import type { Desktop } from '../ports/shell/desktop';
import type { StoredAccount } from '../shelves/stored-account';

interface Parts {
  readonly desktop: Desktop;
  readonly clipboard: SecretClipboard;
  readonly clock: Clock;
}

/** Milliseconds for which a text that was asked for is awaited. */
const awaited = 600_000;

/**
 * Codes of text messages that a person copied, say on a phone that shares its clipboard. The clipboard is read only for an
 * account that awaits a text, and nothing of it is kept or given out but a code.
 */
export class TextedCodes {
  readonly #parts: Parts;
  /** What lay there when the text was asked for is none of it. As fingerprints: it may be anything. */
  readonly #before = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** A text is about to be asked for. Never rejects. */
  async noteBefore(accountId: string): Promise<void> {
    this.#before.set(accountId, this.#parts.desktop.fingerprint(await this.#read()));
  }

  /** The one code of 4 to 10 digits in what was copied since; null when there is none, or no text is awaited. */
  async copiedSince({ id, texts }: StoredAccount): Promise<string | null> {
    const { clock, desktop, clipboard } = this.#parts;
    const since = texts.sentAt === null ? Infinity : clock.now() - texts.sentAt;
    if (since < 0 || since > awaited) return null;
    const text = await this.#read();
    if (clipboard.isOurs(text) || desktop.fingerprint(text) === this.#before.get(id)) return null;
    return codeInMessage(text) ?? digitsAlone(text);
  }

  #read(): Promise<string> {
    return this.#parts.desktop.readClipboard().catch(() => '');
  }
}

function digitsAlone(text: string): string | null {
  const reading = readCode(text);
  return 'code' in reading && /^\d{4,10}$/.test(reading.code) ? reading.code : null;
}
