import { canStandInXml } from '../../codecs/syncml/index.ts';
import type { ItemCommand, Meta } from '../../codecs/syncml/message/model.ts';
import type { ServerChange } from '../datastore/types.ts';
import { syncLimits } from '../limits.ts';
import type { Draft } from './draft.ts';
import { characterStart, toBase64 } from './item-format.ts';
import type { OutgoingObject, SessionState, SessionStore } from './state.ts';

/** Octets of an item as they go over the wire. */
export interface Payload {
  readonly payload: Uint8Array;
  readonly isBase64: boolean;
}

/** A part of an object, as a command. */
export interface Chunk {
  readonly command: ItemCommand;
  readonly isLast: boolean;
}

/** Base64 for those who send it themselves, and for what XML cannot hold. */
export function payloadOf(
  session: SessionState,
  store: SessionStore,
  { kind, data }: ServerChange,
): Payload {
  const isBase64 =
    kind !== 'delete' &&
    (store.usesBase64 || (session.form.encoding === 'xml' && !canStandInXml(data)));
  return { payload: isBase64 ? toBase64(data) : data, isBase64 };
}

/** The command for a change, with these octets. */
export function commandFor(
  session: SessionState,
  change: ServerChange,
  cmdId: string,
  content: { data: Uint8Array; isBase64: boolean; size?: number; moreData?: boolean },
): ItemCommand {
  const { kind, guid, luid, parent, type } = change;
  const address = kind === 'add' ? { source: { uri: guid } } : { target: { uri: luid ?? guid } };
  if (kind === 'delete') return { kind, cmdId, items: [address] };
  const meta: Meta = {
    type,
    ...(content.isBase64 ? { format: 'b64' } : {}),
    ...(content.size === undefined ? {} : { size: content.size }),
  };
  const hasParent = parent !== undefined && session.version === '1.2';
  return {
    kind,
    cmdId,
    meta,
    items: [
      {
        ...address,
        ...(hasParent ? { sourceParent: parent } : {}),
        ...(session.quirks.wantsTypeInItem ? { meta: { type } } : {}),
        data: content.data,
        ...(content.moreData === true ? { moreData: true } : {}),
      },
    ],
  };
}

/** Begins to send an object in parts. */
export function startObject(
  change: ServerChange,
  payload: Uint8Array,
  isBase64: boolean,
): OutgoingObject {
  return { change, payload, isBase64, sent: 0 };
}

/**
 * The next part of an object, as large as the message has room for, never cut inside of a character.
 * The first one tells the size of all. Undefined when what is left is not worth it.
 */
export function takeChunk(
  session: SessionState,
  object: OutgoingObject,
  draft: Draft,
  isAlone: boolean,
): Chunk | undefined {
  const { change, payload, isBase64 } = object;
  const cmdId = draft.nextId();
  const size = object.sent === 0 ? payload.length : undefined;
  const commandOf = (end: number): ItemCommand =>
    commandFor(session, change, cmdId, {
      data: payload.subarray(object.sent, end),
      isBase64,
      ...(size === undefined ? {} : { size }),
      ...(end < payload.length ? { moreData: true } : {}),
    });
  const bare = draft.sizeOf(commandOf(object.sent));
  const room = draft.left() - bare;
  const rest = payload.length - object.sent;
  if (room < Math.min(syncLimits.smallestChunkOctets, rest) && !isAlone) return undefined;

  let take = Math.min(rest, Math.max(room, 1));
  let command = commandOf(endOf(object, take));
  // Sections of CDATA that must be split make a part larger than its octets.
  for (let size = draft.sizeOf(command) - bare; size > room && take > 1;) {
    take = Math.max(1, Math.min(take - 1, Math.floor((take * room) / size)));
    command = commandOf(endOf(object, take));
    size = draft.sizeOf(command) - bare;
  }
  object.sent = endOf(object, take);
  return { command, isLast: object.sent === payload.length };
}

/** Where a part of about `take` octets ends; at least one character goes on. */
function endOf({ payload, sent }: OutgoingObject, take: number): number {
  const end = characterStart(payload, sent + take);
  return end > sent ? end : Math.min(payload.length, sent + 4);
}
