/**
 * How many dots a picture says that it has, before it is taken apart: a few bytes may stand for billions. Null where its
 * header does not say.
 *
 * @param bytes of a PNG, JPEG, GIF, WebP, BMP or AVIF
 */
export function dotsOf(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(from, from + length));
  try {
    if (text(1, 3) === 'PNG') return view.getUint32(16) * view.getUint32(20);
    if (text(0, 3) === 'GIF') return view.getUint16(6, true) * view.getUint16(8, true);
    if (text(0, 2) === 'BM') return Math.abs(view.getInt32(18, true) * view.getInt32(22, true));
    if (text(8, 4) === 'WEBP') return ofWebp(view, text(12, 4));
    if (text(4, 4) === 'ftyp') return ofAvif(view);
    return ofJpeg(view);
  } catch {
    return null;
  }
}

function ofWebp(view: DataView, kind: string): number | null {
  const three = (from: number): number => view.getUint16(from, true) | (view.getUint8(from + 2) << 16);
  if (kind === 'VP8X') return (three(24) + 1) * (three(27) + 1);
  if (kind === 'VP8L') {
    const sides = view.getUint32(21, true);
    return ((sides & 0x3fff) + 1) * (((sides >>> 14) & 0x3fff) + 1);
  }
  return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
}

/** The largest of the pictures that its boxes tell of. */
function ofAvif(view: DataView): number | null {
  const name = 0x69737065;
  let most: number | null = null;
  for (let at = 0; at < Math.min(view.byteLength, 64 * 1024) - 16; at += 1) {
    if (view.getUint32(at) !== name) continue;
    most = Math.max(most ?? 0, view.getUint32(at + 8) * view.getUint32(at + 12));
  }
  return most;
}

/** From segment to segment up to the one with the size of the frame. */
function ofJpeg(view: DataView): number | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const kind = view.getUint8(at + 1);
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    at += kind === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
