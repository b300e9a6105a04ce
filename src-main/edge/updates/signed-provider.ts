import type { AppUpdater, UpdateInfo } from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider';
import { parseUpdateInfo, type ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import { UpdateFailure } from '../../core/update-port';
import { isSigned } from './signature';
import type { UpdateFeed } from './update-source';

/** A plain folder on a web server, whose list of versions counts only with a signature beside it. */
export class SignedProvider extends GenericProvider {
  readonly #base: URL;
  readonly #publicKey: string;

  /** @param options an UpdateFeed, which electron-updater hands on as it is */
  constructor(
    options: Readonly<Record<string, unknown>>,
    updater: AppUpdater,
    runtime: ProviderRuntimeOptions,
  ) {
    const { url, publicKey } = options as unknown as UpdateFeed;
    super({ provider: 'generic', url }, updater, runtime);
    this.#base = new URL(url.endsWith('/') ? url : `${url}/`);
    this.#publicKey = publicKey;
  }

  /** electron-updater would send a number that tells one computer from another. */
  override setRequestHeaders(): void {
    super.setRequestHeaders({});
  }

  override async getLatestVersion(): Promise<UpdateInfo> {
    const name = `${this.getDefaultChannelName()}.yml`;
    const place = new URL(name, this.#base);
    const list = (await this.httpRequest(place)) ?? '';
    const signature = (await this.httpRequest(new URL(`${name}.sig`, this.#base))) ?? '';
    if (!isSigned(list, signature, this.#publicKey)) throw new UpdateFailure('not-genuine');
    return parseUpdateInfo(list, name, place);
  }
}
