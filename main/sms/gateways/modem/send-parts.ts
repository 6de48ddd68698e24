import { CodecError } from '../../../codecs/codec-error.ts';
import type { AtCommandPdu } from '../../../codecs/gsm-sms/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import type { HandOver } from '../gateway.ts';
import { parametersOf, valueOf } from './at-answers.ts';
import type { AtLine } from './at-line.ts';
import type { ModemError } from './error-codes.ts';
import { modemErrorText } from './error-codes.ts';
import { judgeModemError } from './error-verdict.ts';
import { pause } from '../../../platform/pause.ts';
import { submitCommands } from './submit-commands.ts';

/** What sending works with. */
export interface SendDeps {
  readonly line: AtLine;
  readonly clock: Clock;
  readonly reports: boolean;
  /** Frees places in a full memory; how many were freed. */
  makeRoom(): Promise<number>;
}

/** What became of a message, and what it says about the modem. */
export interface Sent {
  readonly result: HandOver;
  /** It did not answer at all. */
  readonly isSilent: boolean;
  /** The last error, where it is one of the modem, its SIM or the network. */
  readonly error?: ModemError;
}

const promptMs = 5_000;
const finalMs = 60_000;
const sent = /^\+CMGS: *\d+/u;
/** Waits before a part is tried again after an error that passes. */
const firstPartWaits = [1_000] as const;
/** A message that is cut off in its middle is sent as a whole again: its later parts try harder. */
const laterPartWaits = [1_000, 3_000, 5_000] as const;

type PartResult =
  | { readonly kind: 'sent'; readonly reference: string | null; readonly line: string }
  | { readonly kind: 'stop'; readonly sent: Sent };

/** Sends all parts of a message, in their order (27.005 §3.5.1). Never rejects. */
export async function sendParts(
  deps: SendDeps,
  message: OutgoingMessage,
  signal: AbortSignal,
): Promise<Sent> {
  let commands: AtCommandPdu[];
  try {
    commands = submitCommands(message, deps.reports, deps.clock.now());
    if (commands.length === 0) return refusedMessage('the message has no parts');
  } catch (error) {
    if (error instanceof CodecError) return refusedMessage(error.message);
    throw error;
  }
  const references: (string | null)[] = [];
  const lines: string[] = [];
  for (const [index, command] of commands.entries()) {
    const waits = index === 0 ? firstPartWaits : laterPartWaits;
    const part = await sendPart(deps, command, waits, signal);
    if (part.kind === 'stop') return part.sent;
    references.push(part.reference);
    lines.push(part.line);
  }
  const partIds = references.filter((reference) => reference !== null);
  const result: HandOver = {
    outcome: 'accepted',
    providerId: references.at(-1) ?? null,
    ...(partIds.length === commands.length ? { partIds } : {}),
    detail: lines.join(', '),
  };
  return { result, isSilent: false };
}

async function sendPart(
  deps: SendDeps,
  { line: pdu, length }: AtCommandPdu,
  waits: readonly number[],
  signal: AbortSignal,
): Promise<PartResult> {
  const { line, clock, makeRoom } = deps;
  let hasMadeRoom = false;
  for (let tries = 0; ; tries += 1) {
    if (signal.aborted) return stop({ outcome: 'aborted' });
    const text = `AT+CMGS=${String(length)}`;
    const answer = await line.send({
      ...{ text, afterPrompt: pdu, promptMs },
      ...{ timeoutMs: finalMs, enough: sent },
    });
    switch (answer.kind) {
      case 'ok': {
        const [reference] = parametersOf(valueOf(answer.lines, '+CMGS:') ?? '');
        const told = answer.lines.find((each) => sent.test(each)) ?? 'OK';
        return { kind: 'sent', reference: reference ?? null, line: told };
      }
      case 'lost':
        return stop(
          answer.written
            ? { outcome: 'uncertain', detail: `lost before the answer: ${answer.detail}` }
            : { outcome: 'unreachable', detail: answer.detail },
        );
      case 'silence':
        return stop(silence(answer.written), !answer.heard);
      case 'error': {
        const verdict = judgeModemError(answer.error);
        const isFull = verdict.kind === 'full' && !hasMadeRoom;
        if (isFull && (await makeRoom()) > 0) {
          hasMadeRoom = true;
          continue;
        }
        const wait = waits[tries];
        if (verdict.kind !== 'passing' || wait === undefined) {
          return { kind: 'stop', sent: refused(answer.error) };
        }
        await pause(clock, wait, signal);
      }
    }
  }
}

function silence(written: boolean): HandOver {
  return written
    ? { outcome: 'uncertain', detail: 'no answer within 60 s of the message' }
    : { outcome: 'unreachable', detail: 'no prompt for the message within 5 s' };
}

function stop(result: HandOver, isSilent = false): PartResult {
  return { kind: 'stop', sent: { result, isSilent } };
}

function refused(error: ModemError): Sent {
  const verdict = judgeModemError(error);
  const detail = modemErrorText(error);
  if (verdict.kind === 'message') return refusedMessage(detail);
  const reason = verdict.kind === 'full' ? 'sim-full' : verdict.reason;
  return {
    result: { outcome: 'refused', reason, detail, permanent: false, fault: 'gateway' },
    isSilent: false,
    error,
  };
}

function refusedMessage(detail: string): Sent {
  const result = { outcome: 'refused', reason: 'refused', detail, permanent: true } as const;
  return { result: { ...result, fault: 'message' }, isSilent: false };
}
