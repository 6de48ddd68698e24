import { hash } from 'node:crypto';
import { CodecError } from '../codecs/codec-error.ts';
import { decodeSyncmlMessage } from '../codecs/syncml/index.ts';
import type { DecodedSyncmlMessage, SyncmlEncoding } from '../codecs/syncml/index.ts';
import type { StopAsync } from '../platform/clock.ts';
import { nextTurn } from '../platform/turns.ts';
import { syncLimits } from './limits.ts';
import type { SyncRequest, SyncResponse } from './ports.ts';
import { createConcierge } from './session/concierge.ts';
import type { SyncServerDeps } from './session/deps.ts';
import { createLanes } from './session/lanes.ts';
import { contentTypes, encodingOf } from './session/wire.ts';

export type { SyncServerDeps } from './session/deps.ts';

/** The SyncML server (OMA Data Synchronization 1.0 to 1.2), free of HTTP. */
export interface SyncServer {
  /**
   * Answers one message. The status is 200 for everything that has an answer in SyncML, and never
   * rejects: what goes wrong inside is a status, or a 503.
   */
  handle(request: SyncRequest): Promise<SyncResponse>;
  /** Says in the log, and in the device's where it is known, what to do about too large messages. */
  noteTooLarge(request: Pick<SyncRequest, 'token' | 'remote'>): void;
  /** Ends all sessions; anchors stay where they are. Messages that come later are answered 503. */
  readonly stop: StopAsync;
}

/** Makes the server. */
export function createSyncServer(deps: SyncServerDeps): SyncServer {
  const lanes = createLanes();
  const concierge = createConcierge(deps, lanes);
  let isStopped = false;

  async function answer(
    request: SyncRequest,
    encoding: SyncmlEncoding,
    decoded: DecodedSyncmlMessage,
  ): Promise<SyncResponse> {
    const { body } = request;
    const digest = hash('md5', body, 'base64');
    const started = deps.clock.monotonic();
    // One device's messages, of whatever session, are worked on one after another: what comes twice
    // meets the answer of the first, and a new session meets the end of the one before.
    const work = lanes.run(decoded.message.header.source.uri, syncLimits.waitingRequests, () =>
      concierge.receive({ request, decoded, digest, started }),
    );
    if (!work) return empty(503);
    return { status: 200, contentType: contentTypes[encoding], body: await work };
  }

  return {
    async handle(request) {
      if (isStopped) return empty(503);
      const encoding = encodingOf(request.contentType);
      if (!encoding) return empty(415);
      const { maxMessageSize } = deps.settings();
      if (request.body.length > maxMessageSize * syncLimits.messageFactor) {
        concierge.noteTooLarge(request);
        return empty(413);
      }
      // What fifty clients have sent at once is not read at once.
      await nextTurn();
      try {
        const decoded = decodeSyncmlMessage(request.body, encoding);
        if (!isSane(decoded)) return empty(400);
        return await answer(request, encoding, decoded);
      } catch (error) {
        if (error instanceof CodecError) {
          concierge.noteBadMessage(request);
          return empty(400);
        }
        deps.log.write({
          level: 'error',
          area: 'sync',
          key: 'sync.fault',
          params: {
            client: request.remote,
            detail: error instanceof Error ? error.message : String(error),
          },
        });
        return empty(503);
      }
    },
    noteTooLarge: (request) => concierge.noteTooLarge(request),
    async stop() {
      isStopped = true;
      // Whoever came before has had its turn when this one comes.
      await nextTurn();
      await lanes.idle();
      await concierge.stop();
    },
  };
}

/** Names by which a session is kept have an end. */
function isSane({ message: { header } }: DecodedSyncmlMessage): boolean {
  const names = [header.sessionId, header.msgId, header.source.uri];
  const lengths = [...names, header.target.uri, header.source.name ?? ''].map(
    (text) => text.length,
  );
  return !names.includes('') && lengths.every((length) => length <= syncLimits.idOctets);
}

function empty(status: Exclude<SyncResponse['status'], 200>): SyncResponse {
  return { status, contentType: '', body: new Uint8Array(0) };
}
