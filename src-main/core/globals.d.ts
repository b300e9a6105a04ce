/**
 * The one global beyond the language itself that the core relies on: WHATWG URL, which Node, Electron and browsers
 * all have. Declared here by hand because the core compiles without the types of any of them.
 */
declare class URL {
  constructor(url: string);
  readonly href: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}
