import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellRefusal } from '../../../../src-main/edge/program/refusal';

const told = vi.hoisted(() => ({ lines: [] as string[], boxes: [] as string[][], isTerminal: false }));

vi.mock('node:fs', () => ({ writeSync: (_to: number, line: string) => told.lines.push(line) }));
vi.mock('node:tty', () => ({ isatty: () => told.isTerminal }));
vi.mock('electron', () => ({
  dialog: { showErrorBox: (title: string, text: string) => told.boxes.push([title, text]) },
}));

const { platform } = process;
const onPlatform = (name: NodeJS.Platform): void =>
  void Object.defineProperty(process, 'platform', { value: name });

beforeEach(() => {
  told.lines.length = 0;
  told.boxes.length = 0;
});
afterEach(() => onPlatform(platform));

it.each([
  ['linux', false],
  ['darwin', true],
  ['win32', true],
] as const)('on %s a refusal is one plain line, and no box (a terminal: %j)', (name, isTerminal) => {
  onPlatform(name);
  told.isTerminal = isTerminal;
  tellRefusal('Latchkey does not know --a\u001b[2J\r\nb.');
  expect(told.lines).toEqual(['Latchkey does not know --a [2J b.\n']);
  expect(told.boxes).toEqual([]);
});

it.each(['darwin', 'win32'] as const)('on %s it is a box where nobody could read a line', (name) => {
  onPlatform(name);
  told.isTerminal = false;
  tellRefusal('No.');
  expect(told.lines).toEqual([]);
  expect(told.boxes).toEqual([['Latchkey cannot start', 'No.']]);
});
