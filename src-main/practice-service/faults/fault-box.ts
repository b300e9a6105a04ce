import type { Fault } from './fault';
import { isFault } from './fault-check';
import type { RouteName } from '../http/routes';

/** Holds the fault that is on, and counts how often it may still strike. */
export class FaultBox {
  #fault: Fault | null = null;
  #left = Infinity;

  /** Replaces the fault; null takes it away. Throws TypeError on a malformed one. */
  set(fault: Fault | null): void {
    if (fault !== null && !isFault(fault))
      throw new TypeError('This is not a fault the service can perform.');
    this.#fault = fault;
    this.#left = fault?.times ?? Infinity;
  }

  /** The fault that strikes a request, if one does; `name` is undefined for a request that no route takes. */
  take(name: RouteName | undefined): Fault | null {
    const fault = this.#fault;
    if (fault === null || this.#left === 0) return null;
    if (fault.on !== undefined && fault.on !== name) return null;
    this.#left -= 1;
    return fault;
  }
}
