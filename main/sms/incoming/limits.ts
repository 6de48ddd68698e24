/** Limits of incoming SMS. */
export const incomingLimits = {
  /** Parts of a message whose others have not come for so long are shown as they are. */
  partsMs: 24 * 3_600_000,
  /** How often such parts are looked for. */
  sweepMs: 15 * 60_000,
  /** Mail that cannot be handed over is tried for so long, and given up then. */
  mailMs: 24 * 3_600_000,
  /** First and longest pause between two tries. */
  mailPauseMs: 30_000,
  mailPauseMostMs: 30 * 60_000,
  /** One number is told so often at most that its SMS had several readers. */
  conflictPauseMs: 3_600_000,
  /** Numbers of which that is remembered. */
  conflictNumbers: 1_000,
  /** Writers that are looked at: two are a conflict already. */
  writers: 2,
  /** Messages with missing parts that are shown at one time. */
  staleAtOnce: 200,
  /** Rules by keyword. */
  rules: 500,
} as const;
