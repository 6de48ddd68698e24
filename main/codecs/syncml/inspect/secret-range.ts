/** Octets that are replaced. */
export interface SecretRange {
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly replacement: Uint8Array;
}
