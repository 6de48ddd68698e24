import { CodecError } from '../../../codecs/codec-error.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { GatewayRow, Store } from '../../../store/types.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import type { Gateway, GatewayEvents, HandOver } from '../gateway.ts';
import type { HttpAnswer } from '../http-call.ts';
import { createSecretMask } from '../secret-mask.ts';
import { peerAddress } from './peer-address.ts';
import { detailOf, inCircle, judgePlain, judgeRefusal, takenBy } from './peer-answer.ts';
import { createPeerCalls } from './peer-calls.ts';
import { plainForm, pushdeskForm } from './peer-form.ts';
import { peerLimits } from './peer-limits.ts';
import { PeerLink } from './peer-link.ts';
import { pause } from '../../../platform/pause.ts';
import { createReportCursor } from './report-cursor.ts';

const inCircleDetail = `passed on by ${String(peerLimits.hops)} Pushdesks before: they may be each other’s gateways`;

/** What a gateway to another Pushdesk is opened with. */
export interface PeerGatewayOptions {
  readonly store: Pick<Store, 'values'>;
  readonly clock: Clock;
  readonly row: GatewayRow;
  readonly password: string | undefined;
  readonly events: GatewayEvents;
}

/**
 * Opens the gateway to another Pushdesk, or to a server that knows the same format; undefined when
 * its address is faulty.
 */
export function openPeerGateway(options: PeerGatewayOptions): Gateway | undefined {
  const { store, clock, row, events } = options;
  const address = peerAddress(row.url);
  if (address === undefined) return undefined;
  const password = options.password ?? '';
  const mask = createSecretMask(password, row.user);
  const calls = createPeerCalls(clock, address, row, password);
  const cursor = createReportCursor(store.values, row.id, {
    address: address.text,
    user: row.user,
  });
  const wantsReports = row.options.reports;
  const link = new PeerLink({ clock, calls, events, cursor, wantsReports, mask });
  if (row.active) link.start();

  /** Says what became of a message that was handed over; undefined while that is not known. */
  function judge(message: OutgoingMessage, answer: HttpAnswer): HandOver | undefined {
    if (answer.kind !== 'answered') return undefined;
    const taken = takenBy(answer);
    const status = `HTTP ${String(answer.status)}`;
    if (taken === undefined) {
      const detail = message.hasSecrets ? status : mask(detailOf(answer));
      const { status: code } = answer;
      // Nothing but a Pushdesk answers so: something in between may have lost the answer.
      const isVague = (code >= 200 && code < 300) || (code >= 500 && code !== 503);
      return isVague ? undefined : judgeRefusal(answer, detail);
    }
    if (taken.state !== undefined) {
      // Its report may have come when nobody here knew yet that the far side has it.
      const report = {
        providerId: taken.id,
        messageId: message.id,
        state: taken.state,
        detail: '',
      };
      events.report(report).catch(() => undefined);
    }
    return { outcome: 'accepted', providerId: taken.id, detail: status };
  }

  /**
   * Hands over to a Pushdesk. Where the answer got lost, the same is handed over again under the same
   * name until the far side has said what became of it: another gateway would make two of it.
   */
  async function toPushdesk(message: OutgoingMessage, signal: AbortSignal): Promise<HandOver> {
    const form = pushdeskForm(message, clock.now());
    const until = clock.monotonic() + peerLimits.settleMs;
    let detail = '';
    let pauseMs: number = peerLimits.settlePauseMs;
    for (let isFirst = true; ; isFirst = false) {
      const answer = await calls.send(form, signal);
      if (answer.kind === 'aborted') return { outcome: 'aborted' };
      const result = judge(message, answer);
      // Of a message that may be there already, only what is said of itself counts.
      const isFinal =
        result?.outcome === 'accepted' ||
        (result?.outcome === 'refused' && (isFirst || result.fault === 'message')) ||
        (result?.outcome === 'unreachable' && isFirst);
      if (result !== undefined && isFinal) return result;
      if (answer.kind === 'failed') {
        if (isFirst && !answer.wasSent)
          return { outcome: 'unreachable', detail: mask(answer.detail) };
        detail ||= mask(answer.detail);
      } else detail ||= mask(detailOf(answer));
      if (clock.monotonic() + pauseMs > until) return { outcome: 'uncertain', detail };
      if (!(await pause(clock, pauseMs, signal))) return { outcome: 'aborted' };
      pauseMs = Math.min(pauseMs * 2, peerLimits.longestSettlePauseMs);
    }
  }

  async function toPlain(message: OutgoingMessage, signal: AbortSignal): Promise<HandOver> {
    const form = plainForm(message);
    // Old servers look for it there; a body ends in no log.
    if (row.user !== '' || password !== '') {
      form.set('user', row.user);
      form.set('pass', password);
    }
    const answer = await calls.send(form, signal);
    if (answer.kind === 'aborted') return { outcome: 'aborted' };
    if (answer.kind === 'failed') {
      return {
        outcome: answer.wasSent ? 'uncertain' : 'unreachable',
        detail: mask(answer.detail),
      };
    }
    const detail = message.hasSecrets ? `HTTP ${String(answer.status)}` : mask(detailOf(answer));
    return judgePlain(answer, detail);
  }

  async function handOver(message: OutgoingMessage, signal: AbortSignal): Promise<HandOver> {
    if ((message.hops ?? 0) >= peerLimits.hops) return inCircle(inCircleDetail);
    const own = message.sender === '' ? { ...message, sender: row.sender } : message;
    if (link.kind === undefined) {
      const look = await link.look(signal);
      if (signal.aborted) return { outcome: 'aborted' };
      if (look.kind === 'unready') {
        const { reason, detail } = look.why;
        if (reason === 'unreachable') return { outcome: 'unreachable', detail };
        return { outcome: 'refused', reason, detail, permanent: false, fault: 'gateway' };
      }
    }
    return link.kind === 'plain' ? await toPlain(own, signal) : await toPushdesk(own, signal);
  }

  return {
    async handOver(message, signal) {
      try {
        return await handOver(message, signal);
      } catch (error) {
        if (!(error instanceof CodecError)) throw error;
        const detail = error.message;
        return { outcome: 'refused', reason: 'refused', detail, permanent: true, fault: 'message' };
      }
    },
    async check(signal) {
      const look = await link.look(signal);
      if (look.kind === 'unready') {
        const { reason, detail } = look.why;
        return { ok: false, reason, detail };
      }
      const detail =
        look.kind === 'pushdesk'
          ? `${address.text} is a Pushdesk`
          : `${address.text} answers, but is no Pushdesk: no reports (${look.detail})`;
      return { ok: true, reason: 'ok', detail };
    },
    describe(message) {
      try {
        const form =
          link.kind === 'plain' ? plainForm(message) : pushdeskForm(message, clock.now());
        if (message.hasSecrets) form.set('data', '…');
        return mask(`POST ${address.text}\n${form.toString()}`);
      } catch (error) {
        if (error instanceof CodecError) return error.message;
        throw error;
      }
    },
    close() {
      link.stop();
      calls.close();
    },
  };
}
