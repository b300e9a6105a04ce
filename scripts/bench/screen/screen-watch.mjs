import { connectX11, request } from './x11.mjs';

/**
 * @typedef {object} Change pixels that are not what they were
 * @property {number} at milliseconds, as `monotonic` counts
 * @property {number} pixels how many
 * @property {number} width of the box around them
 *
 * @typedef {object} Screen
 * @property {() => Change[]} takeChanges those since it was last called
 * @property {() => void} close
 *
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Area
 */

/** Milliseconds on the clock that the X server stamps its events with. */
export const monotonic = () => Number(process.hrtime.bigint() / 1000n) / 1000;

/**
 * Watches a whole screen from outside, as a camera would: the X server reports every drawing (its DAMAGE extension),
 * and the pixels there are compared with what they were, so that only what a person could see counts. The programs
 * that draw are not touched and not slowed, but for the copying of what they drew (1 or 2 ms for a whole window). The
 * mouse pointer is put into a corner, where it hovers over nothing.
 * @param {string} display
 * @returns {Promise<Screen>}
 */
export async function watchScreen(display) {
  const x11 = await connectX11(display);
  const picture = await copyPixels(x11, { left: 0, top: 0, right: x11.width, bottom: x11.height });
  /** @type {Change[]} */
  let changes = [];
  /** @type {{ area: Area, stamp: number } | null} */
  let drawn = null;
  let looking = false;

  x11.onEvent((event) => {
    drawn = { area: around(areaOf(event), drawn?.area), stamp: event.readUInt32LE(12) };
    void look();
  });
  await reportDrawing(x11);
  x11.send(request(41, 0, [0, x11.root, 0, 0, x11.width - 1 + ((x11.height - 1) << 16)]));
  return {
    takeChanges() {
      const taken = changes;
      changes = [];
      return taken;
    },
    close: x11.close,
  };

  async function look() {
    if (looking) return;
    looking = true;
    while (drawn) {
      const { area, stamp } = drawn;
      drawn = null;
      const difference = update(picture, x11.width, area, await copyPixels(x11, area));
      if (difference.pixels > 0) changes.push({ at: timeOf(stamp), ...difference });
    }
    looking = false;
  }
}

/** @param {number} stamp the lower 32 bits of a time not long ago */
const timeOf = (stamp) => monotonic() - ((monotonic() - stamp) % 2 ** 32);

/** @param {Buffer} event */
function areaOf(event) {
  const [left, top] = [event.readInt16LE(16), event.readInt16LE(18)];
  return { left, top, right: left + event.readUInt16LE(20), bottom: top + event.readUInt16LE(22) };
}

/**
 * @param {Area} one
 * @param {Area} [other]
 * @returns {Area}
 */
function around(one, other = one) {
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/**
 * Asks for an event about every rectangle that anybody draws.
 * @param {import('./x11.mjs').X11} x11
 */
async function reportDrawing(x11) {
  const name = Buffer.from('DAMAGE\0\0');
  const extension = await x11.ask(request(98, 0, [6, name.readUInt32LE(0), name.readUInt32LE(4)]));
  const opcode = extension.readUInt8(9);
  await x11.ask(request(opcode, 0, [1, 1]));
  x11.send(request(opcode, 1, [x11.newId(), x11.root, 0]));
}

/**
 * @param {import('./x11.mjs').X11} x11
 * @param {Area} area
 */
async function copyPixels(x11, { left, top, right, bottom }) {
  const place = [left + (top << 16), right - left + ((bottom - top) << 16)];
  const image = await x11.ask(request(73, 2, [x11.root, ...place, 0xffffff]));
  const { buffer, byteOffset, byteLength } = image.subarray(32);
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}

/**
 * Puts new pixels into a picture.
 * @param {Uint32Array} picture
 * @param {number} stride
 * @param {Area} area
 * @param {Uint32Array} pixels
 */
function update(picture, stride, { left, top, right, bottom }, pixels) {
  let [different, first, last, index] = [0, right, left, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++, index++) {
      const now = pixels[index] ?? 0;
      if (picture[y * stride + x] === now) continue;
      picture[y * stride + x] = now;
      different++;
      first = Math.min(first, x);
      last = Math.max(last, x);
    }
  }
  return { pixels: different, width: Math.max(0, last - first + 1) };
}
