import type { SyncmlForm } from '../../codecs/syncml/index.ts';
import type { DeviceInfo } from '../../codecs/syncml/message/device-info.ts';
import type { SyncHeader } from '../../codecs/syncml/message/model.ts';
import type { SyncClientRow } from '../../store/sync-types.ts';
import type { SyncParty } from '../datastore/types.ts';
import { defaultQuirks } from '../device-quirks.ts';
import { syncLimits } from '../limits.ts';
import type { SessionRecord, SignInAccount, SyncRequest } from '../ports.ts';
import type { SyncServerDeps } from './deps.ts';
import { knowDevice } from './device-information.ts';
import { messageLimit } from './draft.ts';
import type { ObjectMemory, SessionState } from './state.ts';

/** Who has signed in, and how. */
export interface SessionOrigin {
  readonly account: SignInAccount;
  readonly client: SyncClientRow;
  readonly record: SessionRecord;
  readonly request: SyncRequest;
  readonly header: SyncHeader;
  readonly form: SyncmlForm;
  readonly objectMemory: ObjectMemory;
}

/** Makes the state of a session that begins. */
export function startSession(deps: SyncServerDeps, origin: SessionOrigin): SessionState {
  const { account, record, request, header, form } = origin;
  const token = Buffer.from(deps.random.bytes(syncLimits.tokenOctets)).toString('base64url');
  const msgId = Number(header.msgId);
  const session: SessionState = {
    deps,
    syncId: header.source.uri,
    wireId: header.sessionId,
    version: form.version,
    form,
    token,
    url: request.url,
    remote: request.remote,
    record,
    // Datastores read it while the session goes on: the client may say later what it is.
    party: partyOf(() => session, account, record),
    client: origin.client,
    deviceInfo: undefined,
    quirks: defaultQuirks,
    maxMessageSize: undefined,
    maxObjectSize: undefined,
    phase: 'init',
    owesFinal: false,
    isCombined: false,
    isOver: false,
    hasAskedForDeviceInfo: false,
    hasToldToken: false,
    usesToken: false,
    header,
    // Refusals before it had the client's numbers; this one goes on from there.
    ownMsgId: Number.isSafeInteger(msgId) && msgId > 0 ? msgId - 1 : 0,
    stores: [],
    refused: [],
    hasItemFailures: false,
    trouble: undefined,
    statuses: [],
    extras: [],
    awaited: new Map(),
    openObject: undefined,
    objectMemory: origin.objectMemory,
    requests: 0,
    bytesIn: 0,
    bytesOut: 0,
    serverMs: 0,
  };
  const known = storedDeviceInfo(origin.client);
  if (known) knowDevice(session, known);
  return session;
}

function partyOf(
  session: () => SessionState,
  account: SignInAccount,
  record: SessionRecord,
): SyncParty {
  return {
    sessionId: record.id,
    traceId: record.traceId,
    accountId: account.id,
    accountAddress: account.address,
    get client() {
      return session().client;
    },
    get deviceInfo() {
      return session().deviceInfo;
    },
    get maxObjectSize() {
      return session().maxObjectSize;
    },
    get maxMessageSize() {
      return messageLimit(session());
    },
    get version() {
      return session().version;
    },
  };
}

/** What the client said of itself in an earlier session. */
function storedDeviceInfo({ deviceInfo }: SyncClientRow): DeviceInfo | undefined {
  return deviceInfo === null ? undefined : (JSON.parse(deviceInfo) as DeviceInfo);
}

/**
 * Notes what a header says of its sender's limits; they hold until it says others. Some say 0 and
 * mean that they have none.
 */
export function noteLimits(session: SessionState, { meta }: SyncHeader): void {
  const { maxMsgSize = 0, maxObjSize = 0 } = meta ?? {};
  if (maxMsgSize > 0) session.maxMessageSize = maxMsgSize;
  if (maxObjSize > 0) session.maxObjectSize = maxObjSize;
}
