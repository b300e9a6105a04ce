import type { Http } from '../../core/ports/http';
import type { ResolveProxy } from './http';

export interface LazyHttp extends Http {
  /** Loads what the first request would have to wait for, some time when nobody waits. */
  load(): Promise<void>;
}

/** HTTP that is loaded when it is told to, or with the first request: undici is larger than the rest of main. */
export function lazyHttp(resolveProxy: ResolveProxy): LazyHttp {
  let http: Promise<Http> | undefined;
  const loaded = (): Promise<Http> =>
    (http ??= import('./http').then(({ undiciHttp }) => undiciHttp(resolveProxy)));
  return {
    async load() {
      await loaded();
    },
    async send(request) {
      return (await loaded()).send(request);
    },
  };
}
