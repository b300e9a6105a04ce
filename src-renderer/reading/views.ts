/** A part of a picture, in its dots, and how it is scaled before it is looked at. */
export interface View {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** Dots of the longer side of what is looked at: fewer are quick, more show small and fine codes. */
const sides = [2000, 1400, 2800];
/** Into so many rows and columns of overlapping parts it is taken apart then. */
const cuts = [2, 3];
const partSide = 1600;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The whole of a picture at several sizes, the likeliest first. */
export function wholeViews({ width, height }: Size): View[] {
  const longer = Math.max(width, height);
  const scales = new Set(sides.map((side) => Math.min(2, side / longer)));
  return [...scales].map((scale) => ({ left: 0, top: 0, width, height, scale }));
}

/** Its parts, from large to small. */
export const partViews = (size: Size): View[] => cuts.flatMap((count) => cut(size, count));

/** Parts that reach over half of their neighbors, so that no code is cut by all of them. */
function cut(size: Size, count: number): View[] {
  const [width, height] = [size.width / count, size.height / count].map(Math.ceil) as [number, number];
  const scale = Math.min(2, partSide / Math.max(width, height));
  const steps = Array.from({ length: 2 * count - 1 }, (_, place) => place / 2);
  return steps.flatMap((down) =>
    steps.map((across) => ({
      left: Math.min(across * width, size.width - width),
      top: Math.min(down * height, size.height - height),
      width,
      height,
      scale,
    })),
  );
}
