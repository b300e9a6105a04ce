import { describe, expect, it } from 'vitest';
import { copySecret, secretMarks } from '../../../src-main/edge/clipboard-marks';

type Formats = Record<string, string | Blob>;

/** A clipboard that keeps what was written last, as names with their bytes in hexadecimal. */
class FakeClipboard {
  there: unknown = null;
  refuses = false;

  writeText(text: string): void {
    this.there = text;
  }

  async write(items: Formats[]): Promise<void> {
    if (this.refuses) throw new Error('no such format');
    const [formats = {}] = items;
    const read = Object.entries(formats).map(async ([name, value]) => [
      name,
      typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer()).toString('hex'),
    ]);
    this.there = Object.fromEntries((await Promise.all(read)) as [string, string][]);
  }
}
const secret = Buffer.from('secret').toString('hex');
const asItem = (formats: Formats): Formats => formats;

describe('a secret is copied', () => {
  it.each([
    ['linux', { 'x-kde-passwordManagerHint': secret }],
    ['darwin', { 'org.nspasteboard.ConcealedType': secret }],
    [
      'win32',
      {
        ExcludeClipboardContentFromMonitorProcessing: '00000000',
        CanIncludeInClipboardHistory: '00000000',
        CanUploadToCloudClipboard: '00000000',
      },
    ],
  ] as const)('with the marks of %s, in one write', async (platform, marks) => {
    const clipboard = new FakeClipboard();
    await copySecret('aaaaa-11111', clipboard, asItem, platform);
    const named = Object.entries(marks).map(
      ([name, bytes]) => [`electron application/osclipboard;format="${name}"`, bytes] as const,
    );
    expect(clipboard.there).toEqual({ 'text/plain': 'aaaaa-11111', ...Object.fromEntries(named) });
  });

  it('as text alone where the runtime has one format at a time', async () => {
    const clipboard = new FakeClipboard();
    await copySecret('aaaaa-11111', clipboard, null, 'linux');
    expect(clipboard.there).toBe('aaaaa-11111');
  });

  it('as text alone where the desktop refuses the marks', async () => {
    const clipboard = new FakeClipboard();
    clipboard.refuses = true;
    await copySecret('aaaaa-11111', clipboard, asItem, 'win32');
    expect(clipboard.there).toBe('aaaaa-11111');
  });

  it('without marks on a system that has none', () => {
    expect(secretMarks('freebsd')).toEqual([]);
  });
});
