/** A format of the clipboard that says something about the text beside it. */
interface Mark {
  readonly format: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const no = new Uint8Array(4);
const words = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text));

/**
 * What keeps a text out of the clipboard's history, and of its copies on other computers: KDE's mark, which GNOME's
 * extensions and most managers on Linux follow, too; that of macOS; Windows' own history and cloud, and whoever watches.
 */
export function secretMarks(platform: NodeJS.Platform): readonly Mark[] {
  if (platform === 'linux') return [{ format: 'x-kde-passwordManagerHint', bytes: words('secret') }];
  if (platform === 'darwin') return [{ format: 'org.nspasteboard.ConcealedType', bytes: words('secret') }];
  if (platform !== 'win32') return [];
  return [
    { format: 'ExcludeClipboardContentFromMonitorProcessing', bytes: no },
    { format: 'CanIncludeInClipboardHistory', bytes: no },
    { format: 'CanUploadToCloudClipboard', bytes: no },
  ];
}

/** Electron's clipboard, as far as copying a text goes. */
export interface TextClipboard<Item> {
  // Older runtimes give nothing back.
  writeText(text: string): unknown;
  write(items: Item[]): Promise<void>;
}

/**
 * Copies a secret with its marks where the runtime can write several formats at once (Electron 44 and later), else
 * without: older ones write one format and drop the text. The text gets there in any case.
 *
 * @param makeItem makes what the clipboard takes; null where the runtime cannot
 */
export async function copySecret<Item>(
  text: string,
  clipboard: TextClipboard<Item>,
  makeItem: ((formats: Record<string, string | Blob>) => Item) | null,
  platform: NodeJS.Platform,
): Promise<void> {
  if (makeItem !== null) {
    const marks = secretMarks(platform).map(
      ({ format, bytes }) =>
        [`electron application/osclipboard;format="${format}"`, new Blob([bytes])] as const,
    );
    try {
      await clipboard.write([makeItem({ 'text/plain': text, ...Object.fromEntries(marks) })]);
      return;
    } catch {
      // A desktop that takes no such format must not cost the code.
    }
  }
  await clipboard.writeText(text);
}
