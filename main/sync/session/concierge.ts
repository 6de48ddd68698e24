import { encodeSyncmlMessage } from '../../codecs/syncml/index.ts';
import type { DecodedSyncmlMessage, SyncmlForm } from '../../codecs/syncml/index.ts';
import { syncLimits } from '../limits.ts';
import type { SessionStart, SyncRequest } from '../ports.ts';
import { versionOf } from './answer-header.ts';
import { converse } from './conversation.ts';
import type { SyncServerDeps } from './deps.ts';
import { breakOff, endOfVanished } from './ending.ts';
import type { SessionEnd } from './ending.ts';
import type { Lanes } from './lanes.ts';
import type { ObjectMemory } from './state.ts';
import type { HeaderAnswer } from './outbound.ts';
import { refuseMessage } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { createSessionTable } from './sessions.ts';
import type { Entry } from './sessions.ts';
import { createSignIn } from './sign-in.ts';
import { noteLimits, startSession } from './start-session.ts';
import { createTooLargeNote } from './too-large.ts';

/** A message that has arrived. */
export interface Arrival {
  readonly request: SyncRequest;
  readonly decoded: DecodedSyncmlMessage;
  /** Fingerprint of its octets. */
  readonly digest: string;
  /** When it came, by the clock's monotonic milliseconds. */
  readonly started: number;
}

/** Leads each message to its session, lets clients in, and shows sessions out. */
export interface Concierge {
  /** Works one message off and answers with the octets of the answer. One at a time per device. */
  receive(arrival: Arrival): Promise<Uint8Array>;
  /** Something that cannot be read came for a session. */
  noteBadMessage(request: SyncRequest): void;
  /** Something came that is larger than any message may be. */
  noteTooLarge(request: Pick<SyncRequest, 'token' | 'remote'>): void;
  stop(): Promise<void>;
}

/** Makes the concierge. Time-outs end sessions in the lane of their device. */
export function createConcierge(deps: SyncServerDeps, lanes: Lanes): Concierge {
  const table = createSessionTable();
  const signIn = createSignIn(deps);
  const objectMemory: ObjectMemory = { octets: 0 };
  const sayTooLarge = createTooLargeNote(deps);

  function refuse({ decoded }: Arrival, refusal: Refusal, form: SyncmlForm = decoded): Uint8Array {
    return refuseMessage(decoded.message, form, refusal, deps.settings());
  }

  function watch(entry: Entry): void {
    const { session } = entry;
    const delay = session.isOver ? syncLimits.lingerMs : deps.settings().sessionTimeoutMs;
    const stop = deps.clock.after(delay, () => {
      void lanes.run(session.syncId, Infinity, async () => {
        // A message may have come while this waited for its turn.
        if (entry.stopTimer !== stop) return;
        table.remove(entry);
        await breakOff(session, endOfVanished(session));
      });
    });
    entry.stopTimer = stop;
  }

  async function end(entry: Entry, { state, reason }: SessionEnd): Promise<void> {
    entry.session.isOver = true;
    await entry.session.record.end(state, reason);
  }

  async function proceed(entry: Entry, arrival: Arrival, head: HeaderAnswer): Promise<Uint8Array> {
    const { session } = entry;
    const { decoded, request, digest, started } = arrival;
    const { header } = decoded.message;
    entry.stopTimer?.();
    entry.stopTimer = undefined;
    session.header = header;
    session.ownMsgId += 1;
    noteLimits(session, header);
    session.record.message('in', request.body);
    try {
      const turn = await converse(session, decoded.message, head);
      const body = encodeSyncmlMessage(turn.message, session.form);
      entry.last = { msgId: header.msgId, digest, body };
      session.record.message('out', body);
      report(entry, request.body.length, body.length, started);
      if (turn.end && !session.isOver) await end(entry, turn.end);
      return body;
    } finally {
      watch(entry);
    }
  }

  function report(entry: Entry, bytesIn: number, bytesOut: number, started: number): void {
    const { session } = entry;
    session.requests += 1;
    session.bytesIn += bytesIn;
    session.bytesOut += bytesOut;
    session.serverMs += deps.clock.monotonic() - started;
    session.record.progress({
      requests: session.requests,
      bytesIn: session.bytesIn,
      bytesOut: session.bytesOut,
      serverMs: session.serverMs,
      datastores: [
        ...session.stores.map(({ datastore }) => datastore.summary()),
        ...session.refused,
      ],
    });
  }

  async function welcome(arrival: Arrival, form: SyncmlForm): Promise<Uint8Array> {
    const { request, decoded } = arrival;
    const { header } = decoded.message;
    const start: SessionStart = {
      syncId: header.source.uri,
      wireId: header.sessionId,
      version: form.version,
      encoding: form.encoding,
    };
    if (!deps.settings().active) {
      const user = header.source.name ?? '';
      await deps.book.refuse(start, { user, accountId: undefined }, 'sync-off');
      return refuse(arrival, { code: 503 }, form);
    }
    // Beyond its first message, without a session and without credentials: the session is over.
    if (!header.cred && header.msgId !== '1' && tokenOf(arrival) !== undefined) {
      return refuse(arrival, { code: 408 }, form);
    }
    const answer = await signIn.check(header, form.version, request.remote);
    if (!answer.ok) {
      const { code, challenge, refusal } = answer;
      if (refusal) await deps.book.refuse(start, refusal, refusal.reason);
      return refuse(arrival, { code, challenge }, form);
    }
    const { account, client, challenge } = answer;
    const earlier = table.ofClient(client.id);
    if (earlier) {
      table.remove(earlier);
      await breakOff(earlier.session, { state: 'broken', reason: 'replaced' });
    }
    const record = await deps.book.begin(start, client);
    const origin = { account, client, record, request, header, form, objectMemory };
    const entry = table.add(startSession(deps, origin));
    if (!entry) {
      await record.end('failed', 'server-fault');
      return refuse(arrival, { code: 503 }, form);
    }
    return proceed(entry, arrival, { code: 212, challenge });
  }

  return {
    async receive(arrival) {
      const { request, decoded, digest } = arrival;
      const { header } = decoded.message;
      const version = versionOf(header);
      if (typeof version === 'number') {
        return refuse(arrival, { code: version }, { ...decoded, version: '1.2' });
      }
      const form: SyncmlForm = { ...decoded, version };
      const entry = table.find({
        syncId: header.source.uri,
        wireId: header.sessionId,
        token: tokenOf(arrival),
        remote: request.remote,
      });
      if (!entry) return welcome(arrival, form);
      const { last } = entry;
      if (last?.msgId === header.msgId) {
        // The same message again: its answer was lost. Nothing is executed twice.
        if (last.digest === digest) return last.body;
        // With other octets only who knows the token hears what was answered.
        const isKnown = tokenOf(arrival) !== undefined && !header.cred;
        return isKnown ? last.body : welcome(arrival, form);
      }
      if (isOlder(header.msgId, last?.msgId)) {
        return header.cred ? welcome(arrival, form) : refuse(arrival, { code: 400 }, form);
      }
      return proceed(entry, arrival, { code: 200 });
    },
    noteTooLarge({ token, remote }) {
      sayTooLarge(table.ofToken(token)?.session, remote);
    },
    noteBadMessage({ token }) {
      const entry = table.ofToken(token);
      if (entry && !entry.session.isOver) entry.session.trouble ??= 'bad-message';
    },
    async stop() {
      for (const entry of table.all()) {
        table.remove(entry);
        await breakOff(entry.session, { state: 'broken', reason: 'server-stopped' });
      }
    },
  };
}

/** The session's token: of the URL, or of the header's Target, where clients repeat the URL. */
function tokenOf({ request, decoded }: Arrival): string | undefined {
  const { uri } = decoded.message.header.target;
  return request.token ?? /[?&]sessionid=([A-Za-z0-9_-]+)/u.exec(uri)?.[1];
}

/** Numbers of messages count up; those that are no numbers cannot be compared. */
function isOlder(msgId: string, last: string | undefined): boolean {
  return last !== undefined && Number(msgId) < Number(last);
}
