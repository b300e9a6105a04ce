/** A part of a sentence that stands out: a name, or what is to be typed or pressed. */
export interface Strong {
  readonly strong: string;
}

/** A part of a sentence that can be pressed. */
interface Link {
  readonly link: string;
}

/** A sentence in parts, in the order of its language. */
export type Rich = readonly (string | Strong | Link)[];

export const strong = (text: string): Strong => ({ strong: text });

export const link = (text: string): Link => ({ link: text });
