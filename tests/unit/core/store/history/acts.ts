import type { Member } from './member';

/** What a person does on a computer. @param at with which entry, and which of what it has */
export type Act = (member: Member, at: { readonly id: string; readonly pick: number }) => void;
