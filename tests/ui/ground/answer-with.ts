import type { Backend } from '../../../src-main/contract/contract';
import type { Opened } from './open-window';

/** Has these calls of the window answered otherwise than by the core, from now on. */
export const answerWith = ({ backend }: Opened, answers: Partial<Backend>): void =>
  void Object.assign(backend, answers);
