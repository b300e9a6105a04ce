import { Session } from 'node:inspector';
import { isUint8Array } from 'node:util/types';

interface Value {
  readonly type: string;
  readonly value?: unknown;
  readonly description?: string;
  readonly objectId?: string;
}
interface Property {
  readonly name: string;
  readonly value?: Value;
  readonly get?: Value;
}
interface Found {
  readonly result: readonly Property[];
  readonly internalProperties?: readonly Property[];
  readonly privateProperties?: readonly Property[];
}

/** The module runner of the tests, which leads to the test itself, and the insides of valibot's schemas. */
const leadsAway = /^(__vi|~|reference$)/;

/**
 * Every text that can be reached from a value as the debugger sees it: through closures, private fields, maps, settled
 * promises and bytes, where `inspect` sees none of the first two.
 *
 * @param root where to begin
 * @param without what belongs to the world outside, and what only that leads to
 * @returns each text with the way to it
 */
export function reachableTexts(root: object, without: readonly object[]): [way: string, text: string][] {
  const session = new Session();
  session.connect();
  try {
    return walk(session, root, new WeakSet([...builtIn(), ...without]));
  } finally {
    session.disconnect();
  }
}

function walk(session: Session, root: object, seen: WeakSet<object>): [string, string][] {
  const texts: [string, string][] = [];
  const ask = (method: string, input: object): unknown => {
    let given: unknown;
    session.post(method, input, (_error, result) => (given = result));
    return given;
  };
  const handOver = globalThis as typeof globalThis & { handedOver?: unknown };
  const look = (objectId: string): unknown => {
    ask('Runtime.callFunctionOn', { objectId, functionDeclaration: 'function () { handedOver = this; }' });
    return handOver.handedOver;
  };
  handOver.handedOver = root;
  const first = ask('Runtime.evaluate', { expression: 'handedOver' }) as { result: Value } | undefined;
  const due: [string, string][] = first?.result.objectId ? [['', first.result.objectId]] : [];
  for (let next = due.shift(); next; next = due.shift()) {
    const [way, objectId] = next;
    const value = look(objectId);
    if (typeof value === 'object' || typeof value === 'function') {
      if (value === null || seen.has(value)) continue;
      seen.add(value);
      if (isUint8Array(value)) {
        texts.push([way, Buffer.from(value).toString('latin1')]);
        continue;
      }
    }
    const found = ask('Runtime.getProperties', { objectId, ownProperties: true }) as Found | undefined;
    const all = [
      ...(found?.result ?? []),
      ...(found?.internalProperties ?? []),
      ...(found?.privateProperties ?? []),
    ];
    for (const { name, value: one, get } of all) {
      if (leadsAway.test(name)) continue;
      for (const part of [one, get]) {
        if (part?.type === 'string') texts.push([`${way}.${name}`, String(part.value)]);
        else if (part?.objectId && !isGlobal(part)) due.push([`${way}.${name}`, part.objectId]);
      }
    }
  }
  delete handOver.handedOver;
  ask('Runtime.releaseObjectGroup', { objectGroup: '' });
  return texts;
}

/** Of the scopes of a function, those that every function has. */
const isGlobal = ({ description = '' }: Value): boolean => /^(Global|Script)$/.test(description);

/** What every program has. */
function builtIn(): object[] {
  const values = Object.values(Object.getOwnPropertyDescriptors(globalThis)).map((one): unknown => one.value);
  const isObject = (one: unknown): one is object =>
    one !== null && (typeof one === 'object' || typeof one === 'function');
  const known = values.filter(isObject);
  const prototypes = known.map((one): unknown => (one as { prototype?: unknown }).prototype).filter(isObject);
  return [globalThis, ...known, ...prototypes, process];
}
