import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PlaceFile } from '../../../../src-main/edge/windows/place-file';
import { temporaryFolder } from '../files/temporary-folder';

const place = { x: 10, y: 20, width: 900, height: 700, maximized: false };

afterEach(() => void vi.useRealTimers());

describe('the file with the window’s place', () => {
  it('gives back what was saved, also after a restart', async () => {
    const folder = await temporaryFolder();
    const places = new PlaceFile(folder);
    expect(places.read()).toBeNull();
    places.note(place);
    expect(places.read()).toEqual(place);
    await places.save();
    expect(new PlaceFile(folder).read()).toEqual(place);
    expect(readFileSync(path.join(folder, 'window.json'), 'utf8')).toBe(`${JSON.stringify(place)}\n`);
  });

  it('is written once, when a drag is over', async () => {
    vi.useFakeTimers();
    const folder = await temporaryFolder();
    const file = path.join(folder, 'window.json');
    const places = new PlaceFile(folder);
    for (let x = 0; x < 300; x += 1) {
      places.note({ ...place, x });
      vi.advanceTimersByTime(16);
    }
    expect(places.isUnsaved).toBe(true);
    expect(existsSync(file)).toBe(false);
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await places.save();
    expect(places.isUnsaved).toBe(false);
    expect(new PlaceFile(folder).read()).toEqual({ ...place, x: 299 });
  });

  it('is not written when the window came back to where it was', async () => {
    const folder = await temporaryFolder();
    const places = new PlaceFile(folder);
    places.note(place);
    await places.save();
    places.note({ ...place, x: 500 });
    places.note(place);
    expect(places.isUnsaved).toBe(false);
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['a list', '[]'],
    ['a text for a number', JSON.stringify({ ...place, x: '10' })],
    ['no number', JSON.stringify({ ...place, width: null })],
    ['nothing to see', JSON.stringify({ ...place, width: 3 })],
    ['a place beyond all screens', JSON.stringify({ ...place, y: 1e9 })],
    ['a fraction', JSON.stringify({ ...place, y: 1.5 })],
  ])('is as good as none when it holds %s', async (_what, text) => {
    const folder = await temporaryFolder();
    writeFileSync(path.join(folder, 'window.json'), text);
    expect(new PlaceFile(folder).read()).toBeNull();
  });

  it('is no trouble to anybody when it cannot be written', async () => {
    const places = new PlaceFile(path.join(await temporaryFolder(), 'gone'));
    places.note(place);
    await places.save();
    expect(places.isUnsaved).toBe(false);
    expect(places.read()).toEqual(place);
  });
});
