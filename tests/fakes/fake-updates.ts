import type { UpdateWay } from '#contract/updates';
import {
  UpdateFailure,
  type UpdateFailureKind,
  type PackageUpdates,
} from '../../src-main/core/ports/package-updates';

/** A server with newer versions that a test decides about. */
export class FakeUpdates implements PackageUpdates {
  way: UpdateWay = 'with-password';
  /** What the server has. */
  newer: string | null = null;
  /** What fails, and how. */
  failing: Partial<Record<'look' | 'fetch' | 'install', UpdateFailureKind>> = {};
  /** What was asked, in order. */
  readonly asked: string[] = [];

  async look(): Promise<string | null> {
    await this.#ask('look');
    return this.newer;
  }

  async fetch(onPercent: (percent: number) => void): Promise<void> {
    onPercent(12.7);
    onPercent(12.9);
    await this.#ask('fetch');
    onPercent(100);
  }

  install(): Promise<void> {
    return this.#ask('install');
  }

  async #ask(what: 'look' | 'fetch' | 'install'): Promise<void> {
    this.asked.push(what);
    const kind = this.failing[what];
    if (kind) throw new UpdateFailure(kind);
    return Promise.resolve();
  }
}
