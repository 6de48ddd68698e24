import { encodedMessageSize } from '../../codecs/syncml/index.ts';
import type {
  Command,
  StatusCommand,
  SyncHeader,
  SyncmlMessage,
} from '../../codecs/syncml/message/model.ts';
import { syncLimits } from '../limits.ts';
import { createSizes } from './sizes.ts';
import type { SessionState, Unnumbered } from './state.ts';

/** A place in a draft to which it can go back. */
export interface DraftMark {
  readonly commands: number;
  readonly used: number;
  readonly nextId: number;
}

/** A message in the making: numbers its commands, and knows what still fits. */
export interface Draft {
  readonly header: SyncHeader;
  /** Octets that are free. */
  left(): number;
  /** Octets that were free when nothing but the Status of the header was in it. */
  fresh(): number;
  /** Nothing but the Status of the header is in it. */
  isBare(): boolean;
  nextId(): string;
  sizeOf(command: Command): number;
  /** Takes octets away from what is left. */
  spend(octets: number): void;
  push(command: Command): void;
  /** Numbers a command and puts it in when it fits, or must; undefined when there is no room. */
  add<Kind extends Command>(command: Unnumbered<Kind>, isForced: boolean): string | undefined;
  /** Puts the Status of the header in, which comes first. */
  head(status: Unnumbered<StatusCommand>): void;
  mark(): DraftMark;
  reset(mark: DraftMark): void;
  finish(isFinal: boolean): SyncmlMessage;
}

/** Octets that the client takes in one message, by its own word and by what is known of it. */
export function messageLimit(session: SessionState): number {
  const { quirks, deps, maxMessageSize } = session;
  const said = maxMessageSize === undefined ? Infinity : maxMessageSize * quirks.messageSizeFactor;
  const limit = Math.min(deps.settings().maxMessageSize, said, quirks.maxMessageSize ?? Infinity);
  return Math.max(Math.floor(limit), syncLimits.smallestMessageOctets);
}

/** Begins a message with this header. */
export function startDraft(session: SessionState, header: SyncHeader): Draft {
  const { form } = session;
  const empty = encodedMessageSize({ header, commands: [], final: true }, form);
  const room = messageLimit(session) - empty;
  const sizes = createSizes(form);
  const commands: Command[] = [];
  let used = 0;
  let first = 0;
  let heads = 0;
  let nextId = 1;
  const draft: Draft = {
    header,
    left: () => room - used,
    fresh: () => room - first,
    isBare: () => commands.length === heads,
    nextId: () => String(nextId++),
    sizeOf: (command) => sizes.of(command),
    spend: (octets) => {
      used += octets;
    },
    push: (command) => void commands.push(command),
    add(command, isForced) {
      const cmdId = String(nextId);
      const numbered = { ...command, cmdId } as Command;
      const size = draft.sizeOf(numbered);
      if (size > draft.left() && !isForced) return undefined;
      nextId += 1;
      used += size;
      commands.push(numbered);
      return cmdId;
    },
    head(status) {
      draft.add(status, true);
      first = used;
      heads = 1;
    },
    mark: () => ({ commands: commands.length, used, nextId }),
    reset(mark) {
      commands.length = mark.commands;
      ({ used, nextId } = mark);
    },
    finish: (isFinal) => ({ header, commands, final: isFinal }),
  };
  return draft;
}
