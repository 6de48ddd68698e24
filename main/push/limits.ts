/** Every limit of the push engine, with its reason. */
export const pushLimits = {
  /** Changes read from the journal at once; a slice of this size takes some milliseconds. */
  changesPerSlice: 1_000,
  /** Changes planned in one transaction. A large backlog then writes each alert once, not ten times. */
  changesPerRound: 100_000,
  /** Alerts written by one call of the store, so that the process stays responsive in between. */
  alertsPerWrite: 250,
  /** Alerts handed to the SMS queue in one transaction. */
  alertsPerDispatch: 100,
  /** More changes than this within a span mean a flood: the next round lets some more come together… */
  floodChanges: 200,
  floodSpanMs: 250,
  floodPauseMinMs: 100,
  floodPauseMaxMs: 2_000,
  /** …or begins when none has come for so long. */
  floodQuietMs: 50,
  /** Traces that one alert is linked to; further changes still count, without a link of their own. */
  tracesPerAlert: 500,
  /** More lines of one kind in a round become one line: a backlog must not fill the log. */
  logLinesPerRound: 50,
  /** More changed alerts in a round are announced as "some changed". */
  eventsPerRound: 20,
  /** Pause after a round that the store refused; doubles up to the longest. */
  retryMinMs: 500,
  retryMaxMs: 30_000,
  /** The cap counts alerts of this span. */
  capSpanMs: 3_600_000,
  /** Session ids run from 1 to this, then start over (OMA DS 1.2 SAN: 16 bits). */
  sessionIds: 65_535,
  /** Alerts of a device (or account) among which a session looks for the one that it answers. */
  answerable: 100,
  /** A session id names an alert for so long: clients use the same numbers for sessions of their own. */
  dayMs: 86_400_000,
  /** Log lines that a trace shows. */
  logLinesPerTrace: 1_000,
  /** Sessions of a trace, and those of a device among which the answer of an alert is looked for. */
  sessionsPerTrace: 100,
  /** Branches that a trace shows: an account's devices, and then some. */
  branchesPerTrace: 200,
} as const;
