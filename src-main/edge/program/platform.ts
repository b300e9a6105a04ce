import type { Platform } from '#contract/snapshot';

const platforms: Partial<Record<NodeJS.Platform, Platform>> = { darwin: 'mac', win32: 'windows' };

/** What the rest of Latchkey calls the system that Node names so. Others than the three are like Linux. */
export const platformOf = (name: NodeJS.Platform): Platform => platforms[name] ?? 'linux';
