/** Alert codes 206 to 210: the sync types that a server may ask for (OMA DS 1.2 §8, §6.8). */
export const syncTypes = {
  twoWay: 206,
  oneWayFromClient: 207,
  refreshFromClient: 208,
  oneWayFromServer: 209,
  refreshFromServer: 210,
} as const;

/** An alert code 206…210. */
export type SyncType = (typeof syncTypes)[keyof typeof syncTypes];

/** Tells whether a number is an alert code that a server may send. */
export function isSyncType(code: number): code is SyncType {
  return Number.isInteger(code) && code >= syncTypes.twoWay && code <= syncTypes.refreshFromServer;
}
