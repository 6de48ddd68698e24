/** Every limit of configurations that is not the contract's. */

/**
 * Characters that phones take of what a configuration tells them. Nokia S60 stores a SyncML profile
 * in fields of these lengths; other phones say nothing, and are given no more.
 */
export const fieldLimits = {
  /** `NAME` of the profile. */
  profile: 50,
  /** `PROVIDER-ID`, which names the server. */
  server: 150,
  /** `AAUTHNAME`. */
  user: 80,
  /** `URI` of a database. */
  folder: 125,
  /** `ADDR`; nothing is told of this one, but a longer address would take a phone's whole screen. */
  url: 255,
} as const;

/**
 * What a Synthesis client keeps of a profile's name and of the server's URL (its sources); the rest
 * is as for the others.
 */
export const synthesisLimits = { profile: 40, url: 125 } as const;

/** Limits of the service itself. */
export const serviceLimits = {
  /** Calls to send to one device that may wait for each other. */
  waitingCalls: 20,
  /** How often secrets past their time are removed. */
  sweepMs: 60_000,
  /** Sessions that are looked through when a client is paired with a device later on. */
  adoptedSessions: 50,
} as const;
