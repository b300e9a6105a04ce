export interface Random {
  uuid(): string;
  /** A secret of `bytes` random bytes as lower-case hexadecimal. */
  hex(bytes: number): string;
  /** 0 (included) to 1 (excluded); for jitter, not for secrets. */
  fraction(): number;
}
