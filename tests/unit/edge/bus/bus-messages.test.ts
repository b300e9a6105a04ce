import { afterEach, describe, expect, it, vi } from 'vitest';
import { busCall, propertyCall, writeCall } from '../../../../src-main/edge/bus/call';
import { type Bus, connectToBus } from '../../../../src-main/edge/bus/connection';
import { listenToBus } from '../../../../src-main/edge/bus/listen';
import { Inflow } from '../../../../src-main/edge/bus/inflow';
import { lengthOf, readMessage, truthIn } from '../../../../src-main/edge/bus/message';
import { sessionBus } from '../../../../src-main/edge/bus/address';
import { falseBus } from './false-bus';

const signal = (body: Buffer, signature = 'b'): Buffer => {
  const fields = Buffer.concat([
    Buffer.from([3, 1, 0x73, 0, 1, 0, 0, 0, 0x41, 0, 0, 0, 0, 0, 0, 0]),
    Buffer.from([8, 1, 0x67, 0, signature.length, ...Buffer.from(signature), 0]),
  ]);
  const start = Buffer.alloc(16);
  start.write('l\u0004\0\u0001', 'latin1');
  start.writeUInt32LE(body.length, 4);
  start.writeUInt32LE(fields.length, 12);
  const header = Buffer.concat([start, fields]);
  return Buffer.concat([header, Buffer.alloc(Math.ceil(header.length / 8) * 8 - header.length), body]);
};
const yes = Buffer.from([1, 0, 0, 0]);

const endings: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of endings.splice(0).reverse()) await end();
});

describe('what comes from a bus', () => {
  const members = (inflow: Inflow, data: Buffer): string[] =>
    [...inflow.take(data)].map(({ member, signature }) => member + signature);

  it('is cut into messages, however it is cut before', () => {
    const both = Buffer.concat([signal(yes), signal(yes)]);
    for (let size = 1; size <= both.length; size += 1) {
      const inflow = new Inflow();
      const heard: string[] = [];
      for (let at = 0; at < both.length; at += size) {
        heard.push(...members(inflow, both.subarray(at, at + size)));
      }
      expect(heard, `in pieces of ${size}`).toEqual(['Ab', 'Ab']);
    }
  });

  it('is counted down and not kept when a message is long', () => {
    const inflow = new Inflow();
    const long = signal(Buffer.alloc(100 << 20), 'ay');
    const before = process.memoryUsage().arrayBuffers;
    for (let at = 0; at < long.length; at += 65_536) {
      expect(members(inflow, long.subarray(at, at + 65_536))).toEqual([]);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 << 20);
    expect(members(inflow, signal(yes))).toEqual(['Ab']);
  });

  it('goes on behind a message that cannot be read', () => {
    const broken = signal(yes);
    // A text that would end beyond the header.
    broken.writeUInt32LE(0x7fff_ffff, 20);
    expect(members(new Inflow(), Buffer.concat([broken, signal(yes)]))).toEqual(['Ab']);
  });

  it('ends where nobody knows any more where the next one begins', () => {
    const huge = signal(yes);
    huge.writeUInt32LE(0xffff_ffff, 4);
    const future = signal(yes);
    future.writeUInt8(2, 3);
    for (const wrong of [huge, future, Buffer.alloc(16)]) {
      expect(() => members(new Inflow(), wrong)).toThrow('no D-Bus message');
    }
  });

  it('is a yes only where it says so', () => {
    const truth = (body: Buffer, signature?: string): unknown => {
      const message = readMessage(signal(body, signature));
      return message && truthIn(message);
    };
    expect(truth(yes)).toBe(true);
    expect(truth(Buffer.alloc(4))).toBe(false);
    expect(truth(Buffer.from([1, 0x62, 0, 0, 1, 0, 0, 0]), 'v')).toBe(true);
    for (const [body, signature] of [
      [yes, 'u'],
      [yes, ''],
      [Buffer.alloc(0), 'b'],
      [Buffer.from([200]), 'v'],
      [Buffer.from([1, 0x75, 0, 0, 1, 0, 0, 0]), 'v'],
    ] as const) {
      expect(truth(body, signature), signature).toBeNull();
    }
  });

  it('never throws, whatever a message holds', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 20_000; round += 1) {
      const bytes = signal(Buffer.from([1, 0x62, 0, 0, 1, 0, 0, 0]), 'v');
      for (let count = random(4); count >= 0; count -= 1) {
        bytes.writeUInt8(random(256), 16 + random(bytes.length - 16));
      }
      const message = readMessage(bytes);
      if (message) truthIn(message);
    }
    expect(lengthOf(signal(yes))).toBe(signal(yes).length);
  });
});

describe('a call', () => {
  it('is laid out as others read it', () => {
    const bytes = writeCall(7, propertyCall('org.x.Y', '/Y', 'org.x.Y', 'Is'));
    expect(bytes.readUInt8(2), 'starts nobody').toBe(2);
    expect(bytes.readUInt32LE(8)).toBe(7);
    expect(lengthOf(bytes)).toBe(bytes.length);
    const message = readMessage(bytes);
    expect(message).toMatchObject({ kind: 'other', member: 'Get', signature: 'ss' });
    expect([message?.body.string(), message?.body.string(), message?.body.atEnd]).toEqual([
      'org.x.Y',
      'Is',
      true,
    ]);
  });
});

describe('a bus', () => {
  async function connected(onData: Parameters<typeof falseBus>[0]) {
    const bus = await falseBus(onData);
    endings.push(bus.close);
    const heard = { opened: null as Bus | null, signals: 0, gone: 0 };
    endings.push(
      connectToBus(sessionBus(bus.env) ?? '', {
        opened: (opened) => (heard.opened = opened),
        heard: () => (heard.signals += 1),
        gone: () => (heard.gone += 1),
      }),
    );
    return heard;
  }

  it.each([
    ['never greets', ''],
    ['greets and says nothing more', 'OK 0\r\n'],
  ])('that %s is given up', async (_what, said) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let asked = 0;
    const heard = await connected((socket) => {
      asked += 1;
      socket.write(said);
    });
    await vi.waitUntil(() => asked > 0);
    expect(heard.gone).toBe(0);
    vi.advanceTimersByTime(10_000);
    await vi.waitUntil(() => heard.gone === 1);
  });

  it('that floods leaves main its turns', async () => {
    const flood = Buffer.concat(Array.from({ length: 200_000 }, () => signal(yes)));
    const heard = await connected((socket, data) => {
      if (data.includes('AUTH')) socket.write(Buffer.concat([Buffer.from('OK 0\r\n'), flood]));
    });
    let [before, most] = [0, 0];
    while (heard.signals < 200_000) {
      await new Promise((resolve) => setImmediate(resolve));
      most = Math.max(most, heard.signals - before);
      before = heard.signals;
    }
    // As much as comes in one piece.
    expect(most).toBeLessThanOrEqual(Math.ceil(65_536 / signal(yes).length) + 1);
  });

  it('that does not answer counts as having refused, and is not forgotten', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let written = Buffer.alloc(0);
    const heard = await connected((socket, data) => {
      written = Buffer.concat([written, data]);
      // And an answer to the greeting.
      if (data.includes('AUTH')) socket.write(Buffer.concat([Buffer.from('OK 0\r\n'), answerTo(1)]));
    });
    await vi.waitUntil(() => heard.opened !== null);
    const answered = vi.fn();
    heard.opened?.ask(busCall('AddMatch', 'x'), answered);
    await vi.waitUntil(() => written.includes('AddMatch'));
    vi.advanceTimersByTime(10_000);
    expect(answered.mock.calls).toEqual([[null]]);
    expect(heard.gone).toBe(0);
  });
});

it('is tried again after pauses that grow to a minute, and not once it is ended', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const bus = await falseBus((socket) => socket.end('REJECTED\r\n'));
  endings.push(bus.close);
  let gone = 0;
  const end = listenToBus(sessionBus(bus.env), {
    opened: () => undefined,
    heard: () => undefined,
    gone: () => (gone += 1),
  });
  let tries = 1;
  for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
    await vi.waitUntil(() => gone === tries);
    vi.advanceTimersByTime(seconds * 1000 - 1);
    expect(vi.getTimerCount(), `before ${seconds} s are over`).toBe(1);
    expect(bus.connections()).toBe(tries);
    tries += 1;
    vi.advanceTimersByTime(1);
    await vi.waitUntil(() => bus.connections() === tries);
  }
  await vi.waitUntil(() => gone === tries);
  end();
  expect(vi.getTimerCount()).toBe(0);
});

it('has no second try where there is no place for it', () => {
  vi.useFakeTimers();
  const gone = vi.fn();
  listenToBus(null, { opened: () => undefined, heard: () => undefined, gone })();
  expect([gone.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
});

/** An empty answer to the call with this serial. */
function answerTo(serial: number): Buffer {
  const bytes = Buffer.alloc(24);
  bytes.write('l\u0002\0\u0001', 'latin1');
  bytes.writeUInt32LE(8, 12);
  Buffer.from([5, 1, 0x75, 0]).copy(bytes, 16);
  bytes.writeUInt32LE(serial, 20);
  return bytes;
}
