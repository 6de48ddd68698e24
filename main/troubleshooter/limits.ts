/** How much of the past is looked at. */
export const troubleLimits = {
  /** Sessions of the device, and of its account. */
  sessions: 30,
  /** Alerts of the device. */
  alerts: 30,
  /** Changes of the account. */
  changes: 50,
  /** The journal is not read further back: an account without changes would cost all of it. */
  journalRows: 200_000,
  /** Warnings of the devices' doors. */
  logLines: 200,
  /** What came to the doors without a name is put down to a phone for so long. */
  recentMs: 86_400_000,
  /** Milliseconds within which a phone answers, where the setting asks for less. */
  answerMs: 120_000,
} as const;
