/** A piece of a text that stands for itself: a line, or a part of one between tabs, bars, wide gaps or commas. */
export interface Cell {
  readonly text: string;
  /** What a table or a structure calls it; empty where nothing does. */
  readonly label: string;
  /** Whether the rest of its row says that it is used. */
  readonly isUsed: boolean;
}

export const plainCell = (text: string): Cell => ({ text, label: '', isUsed: false });
