/** Every limit of the datastores in one place. */
export const datastoreLimits = {
  /** Changes of the client in one transaction. */
  changesAtOnce: 300,
  /** Ids of outgoing changes that are read at once; what a session holds in memory of them. */
  outgoingPage: 1_000,
  /** Items that a refresh from the client deletes in one transaction. */
  deletesAtOnce: 500,
  /** Items that a filter looks at in one go. */
  filterPage: 500,
  /** A GUID shorter than this cannot be told apart from others; such a MaxGUIDSize is ignored. */
  shortestGuid: 4,
  /** Lines of the log about single items of one datastore in one session. */
  linesPerSession: 5,
  /** How often a plan is made anew because somebody changed what it was made from. */
  plans: 3,
  /** A UID shorter than this was counted by a phone, and means nothing to another one. */
  shortestTrustedUid: 16,
  /** Conditions of a filter. */
  filterConditions: 32,
  /** Days that a date range may reach in either direction. */
  filterDays: 36_500,
  /** Datastores that the server's device information lists. */
  described: 32,
  /** Letters of a URI that are looked at. */
  uriLength: 1_024,
} as const;
