/** The files that were dropped or pasted; none where it was a text. Called while the event is handled, for its list ends with it. */
export const filesGiven = (given: DataTransfer | null): File[] => [...(given?.files ?? [])];
