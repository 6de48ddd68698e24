import type { ItemCommand, SyncItem } from '../../codecs/syncml/message/model.ts';
import { concatBytes } from '../../codecs/bytes.ts';
import { syncLimits } from '../limits.ts';
import type { OpenObject, SessionState, SessionStore } from './state.ts';
import { noteItemOverLimit } from './too-large.ts';

/** What an item is: whole, a part of something, or unusable. */
export type Taken =
  | {
      readonly kind: 'whole';
      readonly data: Uint8Array;
      readonly type: string | undefined;
      readonly format: string | undefined;
    }
  | { readonly kind: 'status'; readonly code: number };

/** Status of a part that more is to follow. */
export const NEXT_CHUNK = 213;
const SIZE_MISMATCH = 424;

/**
 * Takes an item of an Add or Replace. Parts of an object are kept until the last one has come; the
 * object then is one whole item. Sizes count octets as they were sent, so characters that were cut
 * in two come together again.
 */
export function takeItem(
  session: SessionState,
  store: SessionStore,
  command: ItemCommand,
  item: SyncItem,
  data: Uint8Array,
): Taken {
  const luid = item.source?.uri ?? '';
  const open = session.openObject;
  const continues = open?.store === store && open.luid === luid && open.kind === command.kind;
  if (continues && open !== undefined) return takePart(session, open, item, data);
  const type = item.meta?.type ?? command.meta?.type;
  const format = item.meta?.format ?? command.meta?.format;
  const limit = session.deps.settings().maxObjectSize;
  if (item.moreData !== true) {
    if (data.length > limit) {
      noteItemOverLimit(session, store, { octets: data.length, limit });
      return { kind: 'status', code: 413 };
    }
    return { kind: 'whole', data, type, format };
  }

  const size = item.meta?.size ?? command.meta?.size;
  const refusal =
    size === undefined ? 411 : size > limit ? 413 : isMemoryFull(session, size) ? 420 : undefined;
  if (refusal === 413) noteItemOverLimit(session, store, { octets: size ?? 0, limit });
  const object: OpenObject = {
    store,
    kind: command.kind,
    luid,
    size: size ?? 0,
    type,
    format,
    parts: [],
    received: 0,
    refusal,
  };
  session.openObject = object;
  if (refusal === undefined) session.objectMemory.octets += object.size;
  return takePart(session, object, item, data);
}

/** One object may be as large as the settings allow; several have a limit together. */
function isMemoryFull({ objectMemory: { octets } }: SessionState, size: number): boolean {
  return octets > 0 && octets + size > syncLimits.openObjectOctets;
}

/** Drops an object whose rest never came. */
export function dropOpenObject(session: SessionState): void {
  const open = session.openObject;
  if (open && open.refusal === undefined) session.objectMemory.octets -= open.size;
  session.openObject = undefined;
}

function takePart(
  session: SessionState,
  open: OpenObject,
  item: SyncItem,
  data: Uint8Array,
): Taken {
  open.received += data.length;
  const isLast = item.moreData !== true;
  if (open.refusal !== undefined) {
    if (isLast) dropOpenObject(session);
    return { kind: 'status', code: open.refusal };
  }
  // More than was announced: what follows is let pass, as it cannot become right any more.
  const isTooMuch = open.received > open.size;
  if (!isTooMuch) open.parts.push(data);
  if (!isLast) return { kind: 'status', code: NEXT_CHUNK };
  dropOpenObject(session);
  const whole = concatBytes(open.parts);
  if (isTooMuch || !isRightSize(open.size, whole, session.form.encoding === 'xml')) {
    return { kind: 'status', code: SIZE_MISMATCH };
  }
  return { kind: 'whole', data: whole, type: open.type, format: open.format };
}

/**
 * Some senders, among them the conformance suite, count one octet too many. An XML parser makes one
 * line feed of each CR LF (XML 1.0 §2.11), so as many octets as there are lines may be gone.
 */
function isRightSize(size: number, data: Uint8Array, isXml: boolean): boolean {
  const missing = size - data.length;
  if (missing === 0 || missing === 1) return true;
  if (!isXml || missing < 0) return false;
  let lines = 0;
  for (const octet of data) if (octet === 0x0a) lines += 1;
  return missing <= lines + 1;
}
