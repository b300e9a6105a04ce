/** A piece of text on a page of a small PDF, in points from the lower left. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

interface Options {
  /** Asks for a password that nobody knows. */
  readonly locked?: boolean;
  /** Degrees by which its pages are turned when they are shown. */
  readonly turned?: number;
}

/** A PDF made by hand, with the texts of each page in Helvetica. */
export function smallPdf(
  pages: readonly (readonly PdfText[])[],
  { locked, turned = 0 }: Options = {},
): Uint8Array<ArrayBuffer> {
  const pageNumbers = pages.map((_, place) => 5 + 2 * place);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'6f'.repeat(32)}> /U <${'75'.repeat(32)}> >>`,
    ...pages.flatMap((texts, place) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${turned} ` +
        `/Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * place} 0 R >>`,
      stream(texts.map(show).join('\n')),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, place) => {
    const at = file.length;
    file += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const encrypt = locked ? '/Encrypt 4 0 R /ID [<00> <00>] ' : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${encrypt}>>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

const show = ({ text, x, y, size = 12 }: PdfText): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
