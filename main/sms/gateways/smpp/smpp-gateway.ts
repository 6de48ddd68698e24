import { CodecError } from '../../../codecs/codec-error.ts';
import { smppStatuses } from '../../../codecs/smpp/index.ts';
import type { GatewayRow } from '../../../store/types.ts';
import { secondsLeft } from '../../time-left.ts';
import type { Gateway, GatewayCheck } from '../gateway.ts';
import { bindLink } from './bind.ts';
import { describeSubmit } from './describe.ts';
import { MessageSubmitter } from './hand-over.ts';
import { bindKinds, SmppSession } from './session.ts';
import type { SmppSessionOptions } from './session.ts';
import { submitsOf } from './submits.ts';
import { relativeValidity } from './validity.ts';

/** A centre that asks for a slower pace again within this time is not talked about again. */
const throttledQuietMs = 10 * 60_000;

/** What a gateway is opened with. */
export type SmppGatewayOptions = Omit<SmppSessionOptions, 'password'> & {
  readonly password: string | undefined;
};

/**
 * Opens a gateway that hands messages over by SMPP 3.4; undefined when it has no host. One that is
 * switched off makes no link, but can be tested.
 */
export function openSmppGateway(options: SmppGatewayOptions): Gateway | undefined {
  const { clock, row } = options;
  if (row.options.host === '') return undefined;
  const password = options.password ?? '';
  const session = new SmppSession({ ...options, password });
  let throttledAt = -Infinity;
  function sayThrottled(rate: number): void {
    const now = clock.monotonic();
    // Finding the right pace takes one complaint after the other.
    if (now - throttledAt > throttledQuietMs) {
      session.say('warn', 'smpp.throttled', { rate: Math.round(rate) });
    }
    throttledAt = now;
  }
  const submitter = new MessageSubmitter({
    clock,
    row,
    link: () => session.link,
    whyNot: () => session.whyNot(),
    onUnanswered: (sequence, messageId) => session.expectLate(sequence, messageId),
    onThrottled: sayThrottled,
  });
  const closing = new AbortController();
  const watched = new WeakSet<AbortSignal>();
  // One listener for each signal, not for each message.
  function watch(signal: AbortSignal): void {
    if (watched.has(signal)) return;
    watched.add(signal);
    const options = { once: true, signal: closing.signal };
    signal.addEventListener('abort', () => session.cutOff(signal), options);
  }
  if (row.active) session.start();

  return {
    handOver(message, signal) {
      watch(signal);
      return submitter.handOver(message, signal);
    },
    check(signal) {
      watch(signal);
      const link = session.link;
      if (link === undefined) return checkBinding({ ...options, password }, signal);
      return checkLink(session, row, signal);
    },
    describe(message) {
      const { host, port, systemId } = row.options;
      const validity = relativeValidity(secondsLeft(message, clock.now()));
      const lines = describeSubmits(() => submitsOf(message, row, validity), message.hasSecrets);
      return [`${host}:${String(port)} as ${systemId}`, ...lines].join('\n');
    },
    facts: () => session.facts(),
    close() {
      closing.abort();
      session.close();
    },
  };
}

function describeSubmits(submits: () => ReturnType<typeof submitsOf>, isQuiet: boolean): string[] {
  try {
    return submits().map((submit) => describeSubmit(submit, isQuiet));
  } catch (error) {
    if (error instanceof CodecError) return [error.message];
    throw error;
  }
}

/** Asks the service centre whether it is still there. */
async function checkLink(
  session: SmppSession,
  row: GatewayRow,
  signal: AbortSignal,
): Promise<GatewayCheck> {
  const { link } = session;
  if (link === undefined) return { ok: false, reason: 'unreachable', detail: 'the link was lost' };
  const sequence = link.nextSequence();
  const answer = await link.request({ kind: 'enquire-link', sequence }, signal);
  if (answer.kind === 'aborted') return { ok: false, reason: 'unreachable', detail: 'stopped' };
  if (answer.kind !== 'answered') {
    return { ok: false, reason: 'unreachable', detail: `enquire_link: ${answer.detail}` };
  }
  return { ok: true, reason: 'ok', detail: boundText(session.systemId, row) };
}

/** Connects and signs in on links of its own, and off again. */
async function checkBinding(
  { clock, row, password }: SmppSessionOptions,
  signal: AbortSignal,
): Promise<GatewayCheck> {
  let name = '';
  for (const kind of bindKinds(row.options.bind)) {
    const bound = await bindLink({
      clock,
      row,
      password,
      kind,
      signal,
      onClosed: () => undefined,
      // What comes meanwhile is left for the link that stays.
      onDelivery: () => Promise.resolve(smppStatuses.receiverTemporary),
      onLateAnswer: () => undefined,
    });
    if (!bound.ok) return { ok: false, reason: bound.reason, detail: bound.detail };
    name = bound.systemId;
    await bound.link.close();
  }
  return { ok: true, reason: 'ok', detail: boundText(name, row) };
}

function boundText(systemId: string, { options }: GatewayRow): string {
  const { host, port, bind, tls } = options;
  const name = systemId === '' ? '' : `${systemId} at `;
  const how = bind === 'separate' ? 'transmitter and receiver' : bind;
  return `signed in to ${name}${host}:${String(port)} as ${how}${tls ? ' (TLS)' : ''}`;
}
