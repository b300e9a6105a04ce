import { readFile, writeFile } from 'node:fs/promises';

/** A rectangle of an image, in dots; `right` and `bottom` are the first ones beyond it. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A drawn page in shades of gray. */
export class GrayImage {
  readonly whole: Region;
  readonly #dots: Buffer;

  private constructor(width: number, height: number, dots: Buffer) {
    this.whole = { left: 0, top: 0, right: width, bottom: height };
    this.#dots = dots;
  }

  /** Reads a file as `pdftoppm -gray` writes it. */
  static async read(file: string): Promise<GrayImage> {
    const bytes = await readFile(file);
    const [header = '', width, height] =
      /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 60)) ?? [];
    if (header === '') throw new Error('no gray image');
    return new GrayImage(Number(width), Number(height), bytes.subarray(header.length));
  }

  /** Writes a region with white around it. */
  async write(file: string, { left, top, right, bottom }: Region, border: number): Promise<void> {
    const width = right - left + 2 * border;
    const height = bottom - top + 2 * border;
    const dots = Buffer.alloc(width * height, 255);
    for (let y = top; y < bottom; y += 1) {
      const row = this.#dots.subarray(y * this.whole.right + left, y * this.whole.right + right);
      row.copy(dots, (y - top + border) * width + border);
    }
    await writeFile(file, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), dots]));
  }

  /** What is drawn in a region, taken apart where white of at least `gap` dots runs through it: in order of reading. */
  parts(region: Region, gap: number, tries: readonly ('rows' | 'columns')[] = ['rows', 'columns']): Region[] {
    const [way, other] = tries;
    if (!way) return [region];
    const cut = this.#cut(region, gap, way);
    const [first] = cut;
    const isWhole = cut.length === 1 && first !== undefined;
    if (isWhole) return this.parts(first, gap, other ? [other] : []);
    return cut.flatMap((part) => this.parts(part, gap, [way === 'rows' ? 'columns' : 'rows', way]));
  }

  #cut(region: Region, gap: number, way: 'rows' | 'columns'): Region[] {
    const [begin, end] = way === 'rows' ? [region.top, region.bottom] : [region.left, region.right];
    const spans: [number, number][] = [];
    for (let at = begin; at < end; at += 1) {
      if (!this.#hasInk(region, way, at)) continue;
      const last = spans.at(-1);
      if (last && at - last[1] < gap) last[1] = at + 1;
      else spans.push([at, at + 1]);
    }
    return spans.map(([from, to]) =>
      way === 'rows' ? { ...region, top: from, bottom: to } : { ...region, left: from, right: to },
    );
  }

  #hasInk({ left, top, right, bottom }: Region, way: 'rows' | 'columns', at: number): boolean {
    const width = this.whole.right;
    if (way === 'rows')
      return this.#dots.subarray(at * width + left, at * width + right).some((dot) => dot < 128);
    for (let y = top; y < bottom; y += 1) if ((this.#dots[y * width + at] ?? 255) < 128) return true;
    return false;
  }
}
