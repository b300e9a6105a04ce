import { connectX11, request } from '../../../scripts/bench/screen/x11.mjs';

interface Icon {
  readonly width: number;
  readonly height: number;
  /** Each as alpha, red, green and blue, in 32 bits. */
  readonly pixels: readonly number[];
}

/** X11's numbers for its requests, and for a property that holds numbers. */
const internAtom = 16;
const getProperty = 20;
const cardinal = 6;

/**
 * The icon of a window, as the panels of Linux read it.
 *
 * @param display such as `:1`
 * @param window its number
 */
export async function iconOf(display: string, window: number): Promise<Icon> {
  const x11 = await connectX11(display);
  const name = Buffer.from('_NET_WM_ICON');
  const asked = Buffer.alloc(8 + 4 * Math.ceil(name.length / 4));
  asked.writeUInt8(internAtom, 0);
  asked.writeUInt16LE(asked.length / 4, 2);
  asked.writeUInt16LE(name.length, 4);
  name.copy(asked, 8);
  const atom = (await x11.ask(asked)).readUInt32LE(8);
  const answer = await x11.ask(request(getProperty, 0, [window, atom, cardinal, 0, 1_000_000]));
  x11.close();
  const count = answer.readUInt32LE(16);
  const numbers = Array.from({ length: count }, (_, index) => answer.readUInt32LE(32 + 4 * index));
  const [width = 0, height = 0, ...pixels] = numbers;
  return { width, height, pixels: pixels.slice(0, width * height) };
}
