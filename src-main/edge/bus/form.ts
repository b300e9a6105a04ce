/** How D-Bus lays its messages out: what reading and writing have in common. */
export const fixedPart = 16;
export const field = { path: 1, face: 2, member: 3, answers: 5, destination: 6, signature: 8 } as const;

/** The next multiple of so many bytes. */
export const alignedTo = (unit: number, length: number): number => Math.ceil(length / unit) * unit;
