/** What is known about the caller of a procedure. */
export interface CallContext {
  /** By which door the call came, as the log names it. */
  readonly caller: 'process' | 'desktop' | 'console' | 'program';
}
