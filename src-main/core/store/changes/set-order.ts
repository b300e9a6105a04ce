import { compareTicks, type Tick } from '../facts/tick';
import type { News } from './news';
import type { WantedSet } from './wanted-sets';

/** A set in the order that is wanted. */
export interface Listing {
  /** The fact whose `listed` is written. */
  readonly factId: string;
  readonly set: WantedSet;
  /** Whether it was listed now, or is new. */
  readonly isDue: boolean;
}

/**
 * Writes when sets were listed, and when others took their place, so that the view has them in this order.
 *
 * A set that comes in behind others, as by a restore, gets a tick between theirs: to list the current one anew would
 * put it before codes that another computer has fetched meanwhile.
 */
export function placeInOrder(news: News, listings: readonly Listing[]): void {
  const ticks = ticksFor(news, listings);
  listings.forEach(({ factId, set }, place) => {
    const tick = ticks[place];
    if (tick) news.latest('listed', factId, set.fetchedAt, tick);
    const said = set.groups.length === 1 && !tick ? set.groups[0]?.replacedAt : undefined;
    if (place > 0 && said !== set.replacedAt) news.latest('replaced', factId, set.replacedAt);
  });
}

/** The ticks to be written, by place; undefined where the known one fits. */
function ticksFor(news: News, listings: readonly Listing[]): (Tick | undefined)[] {
  const known = listings.map(({ set }) => newest(set));
  const ticks: (Tick | undefined)[] = [];
  let above: Tick | undefined;
  for (const [place, { isDue }] of listings.entries()) {
    const own = known[place];
    const fits = own !== undefined && !isDue && (!above || compareTicks(own, above) < 0);
    const tick: Tick | undefined = fits ? undefined : above ? [above[0] - 1, news.computer] : news.tick();
    const below = known.slice(place).filter((one) => one !== undefined);
    if (tick && above && (tick[0] < 0 || below.some((one) => compareTicks(one, tick) >= 0))) {
      return allAnew(news, listings);
    }
    ticks.push(tick);
    above = tick ?? own;
  }
  return ticks;
}

/** Where there is no room between: new ticks for all, the current one's the latest. */
const allAnew = (news: News, listings: readonly Listing[]): Tick[] =>
  listings.map(() => news.tick()).reverse();

/** When a set was last listed, as far as it is known. */
const newest = ({ groups }: WantedSet): Tick | undefined =>
  groups
    .map(({ listed }) => listed?.tick)
    .filter((tick) => tick !== undefined)
    .sort(compareTicks)
    .at(-1);
