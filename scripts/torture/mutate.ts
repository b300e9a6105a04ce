import { armor } from 'age-encryption';
import type { Below } from './seeded';

/**
 * Gives a file with one thing wrong: bytes flipped, cut, doubled or put in, spliced with another file, or its header
 * edited. Half of what concerns bytes is in the header, which is a small part of a file.
 *
 * @param other a file of the same kind to splice with
 */
export function mutate(file: Uint8Array, other: Uint8Array, below: Below): Uint8Array {
  for (;;) {
    const mutated = change(file, other, below);
    // A byte may be replaced by itself, and a file by the other one, whole.
    if (Buffer.compare(mutated, file) !== 0 && Buffer.compare(mutated, other) !== 0) return mutated;
  }
}

function change(file: Uint8Array, other: Uint8Array, below: Below): Uint8Array {
  const kind = below(8);
  if (kind < 6) return changeBytes(Buffer.from(file), kind, below);
  if (kind === 6) return splice(Buffer.from(file), Buffer.from(other), below);
  return inBinary(file, (binary) => editHeader(binary, unarmored(other), below));
}

function changeBytes(bytes: Buffer, kind: number, below: Below): Buffer {
  const at = below(below(2) === 0 ? 250 : bytes.length) % bytes.length;
  const end = at + 1 + below(40);
  switch (kind) {
    case 0:
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(8)), at);
      return bytes;
    case 1:
      bytes.writeUInt8(below(256), at);
      return bytes;
    case 2:
      return bytes.subarray(0, at);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    default:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([below(256)]), bytes.subarray(at)]);
  }
}

/** The beginning of one and the end of the other: at the same place, where headers end, or anywhere. */
function splice(file: Buffer, other: Buffer, below: Below): Buffer {
  const at = below(file.length);
  const cuts: [number, number][] = [
    [at, Math.min(at, other.length)],
    [headerLength(file), headerLength(other)],
    [at, below(other.length)],
  ];
  const [end, begin] = cuts[below(cuts.length)] ?? [at, at];
  return Buffer.concat([file.subarray(0, end), other.subarray(begin)]);
}

/** Through the armor where there is one: what is edited inside must not be caught by the armor alone. */
function inBinary(file: Uint8Array, edit: (binary: Buffer) => Buffer): Uint8Array {
  const binary = unarmored(file);
  const edited = edit(binary);
  return binary.length === file.length ? edited : Buffer.from(armor.encode(edited));
}

function unarmored(file: Uint8Array): Buffer {
  const text = Buffer.from(file).toString('latin1');
  return Buffer.from(text.startsWith('-----') ? armor.decode(text) : file);
}

/** Where the line with the header's MAC ends; 0 in armor. */
function headerLength(file: Buffer): number {
  const mac = file.indexOf('\n--- ');
  return mac < 0 ? 0 : file.indexOf('\n', mac + 1) + 1;
}

/** None of these asks for work that takes long: they are refused before, or cheap. */
const workFactors = ['0', '1', '8', '10', '21', '64', '-1', '09', '1e1', '99999999999999999999', ''];

type LineEdit = (lines: string[], at: number, below: Below) => string[];

const lineEdits: readonly LineEdit[] = [
  (lines, at) => lines.toSpliced(at, 1),
  (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ''),
  (lines, at, below) => lines.with(at, lines[below(lines.length)] ?? ''),
  (lines, at) => lines.with(at, `${lines[at] ?? ''}\r`),
  (lines, at) => lines.with(at, `${lines[at] ?? ''} `),
  (lines, at) => lines.with(at, (lines[at] ?? '').toUpperCase()),
  (lines, at) => lines.with(at, (lines[at] ?? '').slice(0, -1)),
  (lines, at) => lines.toSpliced(at, 0, '-> grease x', 'AAAA'),
  (lines, at) => lines.toSpliced(at, 0, ''),
  (lines) => lines.with(0, 'age-encryption.org/v2'),
  (lines, _at, below) =>
    lines.map((line) =>
      line.replace(/^(-> scrypt \S+) \d+$/, `$1 ${workFactors[below(workFactors.length)] ?? ''}`),
    ),
];

function editHeader(file: Buffer, other: Buffer, below: Below): Buffer {
  const length = headerLength(file);
  const lines = file.subarray(0, length).toString('latin1').trimEnd().split('\n');
  const edit = below(lineEdits.length + 1);
  const at = below(lines.length);
  const edited =
    lineEdits[edit]?.(lines, at, below) ??
    // A line of the other file's header in the place of this one's.
    lines.with(at, other.subarray(0, headerLength(other)).toString('latin1').split('\n')[at] ?? '');
  return Buffer.concat([Buffer.from(`${edited.join('\n')}\n`, 'latin1'), file.subarray(length)]);
}
