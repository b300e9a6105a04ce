import type { Caller } from '../service/service-http';
import type { State } from '../state/state';

/** Notes an announced end once for each account of the service, and again only when the date moves. */
export function rememberSunset(state: State) {
  return ({ serviceUrl }: Caller, date: string): void => {
    const news = state.settings.accounts.filter(
      (account) => account.serviceUrl === serviceUrl && account.sunset?.date !== date,
    );
    for (const { id } of news) {
      void state.noteOnAccount(id, (account) => ({ ...account, sunset: { date, seen: false } }));
    }
  };
}
