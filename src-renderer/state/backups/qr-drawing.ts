/** A QR code as one path: drawn in modules, with the light ones around it. */
export interface QrDrawing {
  /** Modules of each side. */
  readonly size: number;
  /** The dark modules, for the `d` of an SVG path. */
  readonly path: string;
}

/** How many modules stay light around it, so that readers find it. */
const quiet = 4;

/**
 * Draws a text as a QR code, in bytes, at the medium level: a seventh of it may be smudged. The encoder is loaded with
 * the first one.
 */
export async function drawQr(text: string): Promise<QrDrawing> {
  const { encodeQR } = await import('qr');
  const rows = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: quiet });
  return { size: rows.length, path: rows.flatMap(runsOf).join('') };
}

/** The dark modules of a row: each run of neighbors is one rectangle. */
function runsOf(row: readonly boolean[], y: number): string[] {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    const length = x + 1 - start;
    runs.push(`M${start} ${y}h${length}v1h-${length}z`);
  }
  return runs;
}
