import type { Http } from '../core/ports';
import type { ResolveProxy } from './http';

/** HTTP that is loaded with the first request: undici is larger than the rest of main, and no start needs it. */
export function lazyHttp(resolveProxy: ResolveProxy): Http {
  let http: Promise<Http> | undefined;
  return {
    async send(request) {
      http ??= import('./http').then(({ undiciHttp }) => undiciHttp(resolveProxy));
      return (await http).send(request);
    },
  };
}
