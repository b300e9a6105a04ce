/** A text that was not sealed: the file would be longer than any that is opened. */
export class TooLongToSeal extends Error {}
