import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import encodeQR from 'qr';
import { describe, expect, it } from 'vitest';
import { qrCodesIn } from '../../witness/qr-codes';
import { temporaryFolder } from '../edge/files/temporary-folder';

interface Placed {
  readonly text: string;
  /** The lower left corner and the side, in points of 1/72 inch on A4. */
  readonly at: readonly [number, number, number];
}

/** A PDF with QR codes drawn on its pages. */
async function pdfWith(pages: readonly (readonly Placed[])[]): Promise<string> {
  const drawings = pages.map((codes) => codes.map(draw).join('\n'));
  const kids = pages.map((_page, index) => `${3 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] >>`,
    ...drawings.flatMap((drawing, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${4 + 2 * index} 0 R >>`,
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ]),
  ];
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`);
  const offsets = body.map((_object, index) => `%PDF-1.4\n${body.slice(0, index).join('')}`.length);
  const entries = offsets.map((offset) => `${offset.toString().padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const begin = `%PDF-1.4\n${body.join('')}`;
  const file = path.join(await temporaryFolder(), 'codes.pdf');
  await writeFile(
    file,
    `${begin}xref\n0 ${size}\n0000000000 65535 f \n${entries}` +
      `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${begin.length}\n%%EOF\n`,
  );
  return file;
}

function draw({ text, at: [x, y, side] }: Placed): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const dot = side / rows.length;
  return rows
    .flatMap((row, down) =>
      row.map((isDark, across) => {
        const corner = `${(x + across * dot).toFixed(3)} ${(y + side - (down + 1) * dot).toFixed(3)}`;
        return isDark ? `${corner} ${dot.toFixed(3)} ${dot.toFixed(3)} re f` : '';
      }),
    )
    .join('\n');
}

/** As much as a code of a kit carries, with line ends as armor has them. */
const part = (letter: string): string => `${letter.repeat(64)}\n`.repeat(12);

describe.runIf(process.platform === 'linux')('the QR codes of a PDF', { timeout: 60_000 }, () => {
  it('are read page by page, from top to bottom and from left to right', async () => {
    const pdf = await pdfWith([
      [
        { text: part('d'), at: [300, 300, 250] },
        { text: part('a'), at: [30, 560, 250] },
        { text: part('c'), at: [30, 305, 250] },
        { text: part('b'), at: [300, 570, 250] },
      ],
      [],
      [{ text: 'one short text', at: [200, 400, 120] }],
    ]);
    expect(await qrCodesIn(pdf)).toEqual([
      [part('a'), part('b'), part('c'), part('d')],
      [],
      ['one short text'],
    ]);
  });

  it('cannot be read from what is no PDF', async () => {
    const file = path.join(await temporaryFolder(), 'codes.pdf');
    await writeFile(file, 'no PDF');
    await expect(qrCodesIn(file)).rejects.toThrow();
  });
});
