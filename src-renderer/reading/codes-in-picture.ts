import { decodeQRBatch, type FinderPoints } from 'qr/decode.js';
import { partViews, type View, wholeViews } from './views';

/** How hard the decoder tries with one view, and for how many milliseconds it tries again. */
const effort = 8;
const timeLimit = 400;
/** Milliseconds for the parts of one picture, after which another photo is the better way. */
const longest = 3_000;

interface Found {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/**
 * The texts of the QR codes in a picture, from top to bottom and from left to right. A code is found at one size and missed at
 * another: where two sizes agree the picture is clear, else it is looked at in parts, too.
 *
 * @param goOn is called now and then
 */
export async function codesInPicture(
  picture: ImageBitmap | OffscreenCanvas,
  goOn: () => void,
): Promise<string[]> {
  const found = new Map<string, Found>();
  const lookAt = async (view: View): Promise<number> => {
    goOn();
    const seen = await look(picture, view);
    for (const one of seen) if (!found.has(one.text)) found.set(one.text, one);
    return new Set(seen.map(({ text }) => text)).size;
  };
  let before = 0;
  for (const view of wholeViews(picture)) {
    const count = await lookAt(view);
    if (count > 0 && count === before && count === found.size) return inOrderOfReading([...found.values()]);
    before = count;
  }
  const end = Date.now() + longest;
  for (const view of partViews(picture)) {
    if (Date.now() > end) break;
    await lookAt(view);
  }
  return inOrderOfReading([...found.values()]);
}

async function look(picture: ImageBitmap | OffscreenCanvas, view: View): Promise<Found[]> {
  const found: Found[] = [];
  const note = (points: FinderPoints, text: string | Error): void => {
    if (typeof text !== 'string') return;
    const { x, y, width } = points.boundingBox;
    found.push({
      text,
      x: view.left + x / view.scale,
      y: view.top + y / view.scale,
      size: width / view.scale,
    });
  };
  const image = draw(picture, view);
  const maxSize = { width: image.width, height: image.height };
  await decodeQRBatch([image], { format: 'RGBA', maxSize, effort, timeLimit, pointsOnDetect: note });
  return found;
}

function draw(picture: ImageBitmap | OffscreenCanvas, { left, top, width, height, scale }: View): ImageData {
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  const context = new OffscreenCanvas(across, down).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, across, down);
  context.drawImage(picture, left, top, width, height, 0, 0, across, down);
  return context.getImageData(0, 0, across, down);
}

/** Codes that begin within half of one's height stand in one row. */
export function inOrderOfReading(found: readonly Found[]): string[] {
  const rows: Found[][] = [];
  for (const one of [...found].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && one.y - first.y < Math.min(first.size, one.size) / 2) row.push(one);
    else rows.push([one]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x)).map(({ text }) => text);
}
