/** A notification as a phone reads it. */
export interface Notification {
  readonly serverId: string;
  readonly sessionId: number;
  readonly folders: readonly { readonly uri: string; readonly syncType: number }[];
  /** All its octets, hex. */
  readonly bytes: string;
}

const PUSH_PDU = 0x06;
const SESSION_ID_OFFSET = 21;
const SERVER_ID_OFFSET = 23;

/**
 * Reads a WSP push PDU with a notification of OMA DS 1.2 by itself, so that the product's codec is
 * not its own judge.
 */
export function readNotification(pdu: Buffer): Notification {
  if (pdu.readUInt8(1) !== PUSH_PDU) throw new Error(`not a push: ${pdu.toString('hex')}`);
  const body = pdu.subarray(3 + pdu.readUInt8(2));
  const serverIdEnd = SERVER_ID_OFFSET + 1 + body.readUInt8(SERVER_ID_OFFSET);
  const count = body.readUInt8(serverIdEnd) >> 4;
  const folders: { uri: string; syncType: number }[] = [];
  let offset = serverIdEnd + 1;
  for (let index = 0; index < count; index += 1) {
    const length = body.readUInt8(offset + 4);
    folders.push({
      syncType: 200 + (body.readUInt8(offset) >> 4),
      uri: body.subarray(offset + 5, offset + 5 + length).toString('utf8'),
    });
    offset += 5 + length;
  }
  return {
    serverId: body.subarray(SERVER_ID_OFFSET + 1, serverIdEnd).toString('utf8'),
    sessionId: body.readUInt16BE(SESSION_ID_OFFSET),
    folders,
    bytes: body.toString('hex'),
  };
}
