import type { Store } from '../../../../src-main/core/store/facts/store';
import { writeStore } from '../../../../src-main/core/store/facts/written-store';

/** All that a store holds, as a text that is the same for the same content. */
export const canon = (store: Store): string => JSON.stringify(writeStore(store));
