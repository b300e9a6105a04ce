import { noMac, withMac } from '../../src-main/core/vault/vault-mac';

/** How the text of a vault begins that has a MAC, or should have one: those of the first version had none. */
const beginning = /^(\{\s*"schema":\s*2,)(\s*)(?:"mac":\s*"[^"]*",\s*)?(?=")/;

/** The text of a vault, written by hand or changed, as whoever has its key writes it. What is no such text stays as it is. */
export const withOwnMac = (text: string, identity: string): string =>
  beginning.test(text) ? withMac(text.replace(beginning, `$1$2"mac": "${noMac}",$2`), identity) : text;
