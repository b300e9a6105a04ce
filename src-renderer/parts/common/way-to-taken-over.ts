import { getContext, setContext } from 'svelte';

const name = Symbol();

/** What leads to the sheet of what was taken over, and what the button says that does. */
interface Way {
  readonly words: () => string;
  readonly go: () => void;
}

/** For the outermost part of a window: any failure in it that waits for the yes leads there. */
export const leadToTakenOver = (way: Way): void => void setContext(name, way);

/** The way there; undefined where a window has none. To be asked for while a part is made. */
export const wayToTakenOver = (): Way | undefined => getContext<Way | undefined>(name);
