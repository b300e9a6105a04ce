import type { LoginStart } from '../../src-main/core/ports/shell/login-start';

/** A system that starts programs at login, or does not. */
export class FakeLoginStart implements LoginStart {
  state: 'on' | 'off' | 'needs-approval' | 'impossible' = 'off';
  /** Nothing can be read there, or written. */
  readable = true;
  writable = true;

  look(): Promise<FakeLoginStart['state']> {
    return this.readable ? Promise.resolve(this.state) : Promise.reject(new Error('EACCES'));
  }

  set(on: boolean): Promise<void> {
    if (!this.writable) return Promise.reject(new Error('EROFS'));
    this.state = on ? 'on' : 'off';
    return Promise.resolve();
  }
}
