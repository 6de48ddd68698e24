import type {
  Command,
  InfoCommand,
  StatusCommand,
  SyncmlMessage,
} from '../../codecs/syncml/message/model.ts';
import { alertCode, handleAlert, isSuspension } from './alerts.ts';
import { handleMap } from './client-map.ts';
import { handleStatuses } from './client-status.ts';
import { giveUpOpenObject, handleSyncCommand, refusals } from './client-sync.ts';
import { askForDeviceInfo, handleGet, handleTold, tellDeviceInfo } from './device-information.ts';
import type { ToldAnswer } from './device-information.ts';
import { abandonStores, completeStores, endOf } from './ending.ts';
import type { SessionEnd } from './ending.ts';
import { noteFault } from './faults.ts';
import { compose } from './outbound.ts';
import type { HeaderAnswer } from './outbound.ts';
import { reply } from './replies.ts';
import type { SessionState } from './state.ts';
import { failStore, isFromClientOnly } from './stores.ts';
import { startTimeSlice } from './time-slice.ts';
import type { TimeSlice } from './time-slice.ts';

/** The answer to a message, and the session's end when it is the last one. */
export interface Turn {
  readonly message: SyncmlMessage;
  readonly end: SessionEnd | undefined;
}

/** Works one message of a session off, and makes the answer (OMA DS protocol 1.2 §"Packages"). */
export async function converse(
  session: SessionState,
  message: SyncmlMessage,
  head: HeaderAnswer,
): Promise<Turn> {
  const slice = startTimeSlice(session.deps.clock);
  const statuses = message.commands.filter(
    (command): command is StatusCommand => command.kind === 'status',
  );
  let end: SessionEnd | undefined;
  if (!(await handleStatuses(session, statuses))) {
    end = { state: 'failed', reason: 'aborted-by-client' };
  } else await executeAll(session, message.commands, slice);
  const suspends = message.commands.some(
    (command) => command.kind === 'alert' && isSuspension(session, command),
  );
  if (suspends) end ??= { state: 'suspended', reason: null };
  if (end) {
    const due = session.statuses;
    await abandonStores(session);
    session.statuses = due;
    session.phase = 'done';
    session.owesFinal = true;
  } else if (message.final) {
    giveUpOpenObject(session);
    await packageCame(session);
  }
  const answer = await compose(session, head, asksForMore(message.commands), slice);
  return answer.final ? finish(session, answer, end) : { message: answer, end };
}

async function executeAll(
  session: SessionState,
  commands: readonly Command[],
  slice: TimeSlice,
): Promise<void> {
  // What a device says of itself matters to its Alerts, before which it may come or after.
  const told = new Map<Command, ToldAnswer>();
  for (const command of commands) {
    const isTelling = command.kind === 'put' || command.kind === 'results';
    if (isTelling) told.set(command, await handleTold(session, command));
  }
  const gets: InfoCommand[] = [];
  for (const command of commands) {
    try {
      await execute(session, command, told, gets);
    } catch (error) {
      reply(session, command, noteFault(session, error, 500));
    }
    await slice.breathe();
  }
  for (const get of gets) await tellDeviceInfo(session, get);
}

async function execute(
  session: SessionState,
  command: Command,
  told: ReadonlyMap<Command, ToldAnswer>,
  gets: InfoCommand[],
): Promise<void> {
  switch (command.kind) {
    case 'status':
      return;
    case 'put':
    case 'results': {
      const { code, sourceRefs } = told.get(command) ?? (await handleTold(session, command));
      reply(session, command, code, { sourceRefs });
      return;
    }
    case 'get':
      if (handleGet(session, command)) gets.push(command);
      return;
    case 'alert':
      await handleAlert(session, command);
      return;
    case 'sync':
      await handleSyncCommand(session, command);
      return;
    case 'map':
      await handleMap(session, command);
      return;
    case 'sequence':
      reply(session, command, 200);
      for (const inner of command.commands) await execute(session, inner, told, gets);
      return;
    default:
      for (const { command: refused, code } of refusals(command, 0)) {
        reply(session, refused, code);
      }
  }
}

/** The client's package is complete. */
async function packageCame(session: SessionState): Promise<void> {
  const { phase } = session;
  session.owesFinal = true;
  if (phase === 'sync' || (phase === 'init' && session.isCombined)) await startSending(session);
  else if (phase === 'init') askForDeviceInfo(session);
}

async function startSending(session: SessionState): Promise<void> {
  for (const store of session.stores) {
    if (store.isFailed) continue;
    try {
      store.hasBegun = true;
      await store.datastore.clientIsDone();
    } catch (error) {
      noteFault(session, error, 510);
      await failStore(session, store);
    }
  }
  session.phase = 'send';
}

/** The answer carries Final: the server's package is complete, too. */
async function finish(
  session: SessionState,
  answer: SyncmlMessage,
  end: SessionEnd | undefined,
): Promise<Turn> {
  const wasOwed = session.owesFinal;
  session.owesFinal = false;
  if (end !== undefined || session.isOver || !wasOwed) return { message: answer, end };
  const { phase, stores } = session;
  if (phase === 'init') session.phase = 'sync';
  // Where the client alone sends changes, it has nothing to answer, and need not come again.
  const isLast = phase === 'map' || (phase === 'send' && !stores.some(expectsAnswer));
  if (phase === 'send') session.phase = 'map';
  if (!isLast) return { message: answer, end: undefined };
  const isComplete = await completeStores(session);
  session.phase = 'done';
  return { message: isComplete ? answer : withHeaderStatus(answer, 500), end: endOf(session) };
}

function expectsAnswer(store: SessionState['stores'][number]): boolean {
  return !store.isFailed && !isFromClientOnly(store);
}

function withHeaderStatus(message: SyncmlMessage, code: number): SyncmlMessage {
  const [first, ...rest] = message.commands;
  if (first?.kind !== 'status' || first.cmdRef !== '0') return message;
  return { ...message, commands: [{ ...first, code }, ...rest] };
}

/** The client has nothing to say, and wants to hear more (Alert 222). */
function asksForMore(commands: readonly Command[]): boolean {
  const others = commands.filter(({ kind }) => kind !== 'status');
  return (
    others.length > 0 &&
    others.every((command) => command.kind === 'alert' && command.code === alertCode.nextMessage)
  );
}
