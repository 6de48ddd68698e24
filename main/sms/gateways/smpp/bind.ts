import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import { CodecError } from '../../../codecs/codec-error.ts';
import { numberPlans, numberTypes, smppStatuses } from '../../../codecs/smpp/index.ts';
import type { SmppBindKind } from '../../../codecs/smpp/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { GatewayRow } from '../../../store/types.ts';
import { connectTo } from './connect.ts';
import { SmppLink } from './link.ts';
import type { SmppLinkOptions } from './link.ts';
import { bindRefusal } from './statuses.ts';

/** SMPP version 3.4 (§5.2.4). */
const interfaceVersion = 0x34;
/** What is shown of a name; the specification allows 15 characters. */
const longestName = 64;

/** What a link is bound with. */
export interface BindOptions extends Pick<
  SmppLinkOptions,
  'onDelivery' | 'onLateAnswer' | 'onClosed'
> {
  readonly clock: Clock;
  readonly row: GatewayRow;
  readonly password: string;
  readonly kind: SmppBindKind;
  readonly signal: AbortSignal;
}

/** How binding ended. */
export type Bound =
  | { readonly ok: true; readonly link: SmppLink; readonly systemId: string }
  | { readonly ok: false; readonly reason: GatewayReason; readonly detail: string };

/**
 * Connects and signs in. `onClosed` is told of the end of a link that was bound, and of no other.
 * Never rejects.
 */
export async function bindLink(options: BindOptions): Promise<Bound> {
  const { clock, row, signal } = options;
  const connected = await connectTo(row.options, clock, row.timeoutMs, signal);
  if (!connected.ok) return { ok: false, reason: 'unreachable', detail: connected.detail };
  let isBound = false;
  const link = new SmppLink(connected.socket, {
    clock,
    timeoutMs: row.timeoutMs,
    enquireMs: row.options.enquireSeconds * 1_000,
    onDelivery: (delivery) => options.onDelivery(delivery),
    onLateAnswer: (answer) => options.onLateAnswer(answer),
    onClosed: (why) => {
      if (isBound) options.onClosed(why);
    },
  });
  function abort(): void {
    link.drop('stopped');
  }
  signal.addEventListener('abort', abort, { once: true });
  const bound = await signIn(link, options);
  signal.removeEventListener('abort', abort);
  if (bound.ok) isBound = true;
  else link.drop('not signed in');
  return bound;
}

async function signIn(link: SmppLink, { row, password, kind }: BindOptions): Promise<Bound> {
  const { systemId, systemType } = row.options;
  const range = { ton: numberTypes.unknown, npi: numberPlans.unknown, text: '' };
  const sequence = link.nextSequence();
  const bind = { kind, sequence, systemId, password, systemType, interfaceVersion, range };
  let answer;
  try {
    answer = await link.request(bind);
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
    const detail = 'the system ID, system type or password cannot be written in SMPP';
    return { ok: false, reason: 'login-refused', detail };
  }
  if (answer.kind === 'aborted') return { ok: false, reason: 'unreachable', detail: 'stopped' };
  if (answer.kind !== 'answered') {
    return { ok: false, reason: 'unreachable', detail: `${kindName(kind)}: ${answer.detail}` };
  }
  const { pdu } = answer;
  if (pdu.kind !== `${kind}-resp` && pdu.kind !== 'generic-nack') {
    return { ok: false, reason: 'unreachable', detail: `${kindName(kind)}: a wrong answer` };
  }
  const status = 'status' in pdu ? pdu.status : smppStatuses.ok;
  if (status !== smppStatuses.ok || !('systemId' in pdu)) {
    const { reason, detail } = bindRefusal(status);
    return { ok: false, reason, detail: `${kindName(kind)}: ${detail}` };
  }
  const name = pdu.systemId.replace(/\p{Cc}/gu, '').slice(0, longestName);
  return { ok: true, link, systemId: name };
}

/** The request as manuals name it. */
function kindName(kind: SmppBindKind): string {
  return kind.replace('-', '_');
}
