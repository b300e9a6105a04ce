import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FileFailure, type Files } from '../../../../src-main/core/ports/files/files';
import { filePatience, filesInTime } from '../../../../src-main/edge/files/files-in-time';
import { MemoryFiles } from '../../../fakes/memory-files';

const place = { folder: '/mnt/server', name: 'a' };
const content = new Uint8Array([1]);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Files of which nothing in `/mnt/server` answers before it is let go. */
class HangingFiles extends MemoryFiles {
  asked = 0;
  letGo: () => void = () => undefined;

  override write(...[at, bytes]: Parameters<Files['write']>): Promise<void> {
    if (at.folder !== place.folder) return super.write(at, bytes);
    this.asked += 1;
    return new Promise((resolve) => (this.letGo = resolve));
  }
}

function world() {
  const files = new HangingFiles();
  files.make(place.folder);
  files.make('/media/stick');
  return { files, inTime: filesInTime(files) };
}
const failureOf = async (attempt: Promise<unknown>): Promise<string> => {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    return error instanceof FileFailure ? error.kind : 'another';
  }
};

it('passes on what files do, and what they refuse', async () => {
  const { inTime } = world();
  const stick = { folder: '/media/stick', name: 'a' };
  await inTime.write(stick, content);
  expect(await inTime.list('/media/stick')).toEqual(['a']);
  expect(await inTime.read(stick)).toEqual(content);
  await inTime.remove(stick);
  expect(await inTime.read(stick)).toBeNull();
  expect(await failureOf(inTime.list('/media/none'))).toBe('gone');
  expect(vi.getTimerCount()).toBe(0);
});

it('takes a folder that does not answer for gone, and asks nothing more of it meanwhile', async () => {
  const { files, inTime } = world();
  const writing = failureOf(inTime.write(place, content));
  await vi.advanceTimersByTimeAsync(filePatience - 1);
  const another = failureOf(inTime.list(place.folder));
  expect(await another, 'it may still answer').toBe('none');
  await vi.advanceTimersByTimeAsync(1);
  expect(await writing).toBe('gone');
  expect(await failureOf(inTime.write(place, content))).toBe('gone');
  expect(files.asked).toBe(1);
  expect(await failureOf(inTime.list('/media/stick')), 'others are not held up').toBe('none');
});

it('asks it again when what hung has ended', async () => {
  const { files, inTime } = world();
  const writing = failureOf(inTime.write(place, content));
  await vi.advanceTimersByTimeAsync(filePatience);
  await writing;
  files.letGo();
  await vi.advanceTimersByTimeAsync(0);
  expect(await failureOf(inTime.list(place.folder))).toBe('none');
});
