/** Whether a file that was read, null where there is none, is byte for byte what it should be. */
export const sameBytes = (one: Uint8Array | null, other: Uint8Array): boolean =>
  one?.length === other.length && one.every((byte, index) => byte === other[index]);
