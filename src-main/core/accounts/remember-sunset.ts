import type { Caller } from '../service/service-http';
import type { AccountShelf } from '../shelves/account-shelf';

/** Notes an announced end once for each account of the service, and again only when the date moves. */
export function rememberSunset(accountShelf: AccountShelf) {
  return ({ serviceUrl }: Caller, date: string): void => {
    const news = accountShelf.all.filter(
      (account) => account.serviceUrl === serviceUrl && account.sunset?.date !== date,
    );
    for (const { id } of news) {
      void accountShelf.noteOn(id, (account) => ({ ...account, sunset: { date, seen: false } }));
    }
  };
}
