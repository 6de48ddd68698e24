/** OMNA registry of X-Wap-Application-Id values (WAP-251 §8.4.1). */
const applicationIds: ReadonlyMap<number, string> = new Map([
  [0x00, 'x-wap-application:*'],
  [0x01, 'x-wap-application:push.sia'],
  [0x02, 'x-wap-application:wml.ua'],
  [0x03, 'x-wap-application:wta.ua'],
  [0x04, 'x-wap-application:mms.ua'],
  [0x05, 'x-wap-application:push.syncml'],
  [0x06, 'x-wap-application:loc.ua'],
  [0x07, 'x-wap-application:syncml.dm'],
  [0x08, 'x-wap-application:drm.ua'],
  [0x09, 'x-wap-application:emn.ua'],
  [0x0a, 'x-wap-application:wv.ua'],
  [0x10, 'x-oma-application:ulp.ua'],
  [0x1a, 'x-oma-application:lwm2m.dm'],
]);

/** Codes that this project itself puts on the wire. */
export const applicationIdCodes = { pushSyncml: 0x05 } as const;

/** Name of an application id, or undefined when the registry has none. */
export function applicationIdName(code: number): string | undefined {
  return applicationIds.get(code);
}
