import { pause } from '../../../platform/pause.ts';
import { answerText } from './answer-text.ts';
import { parametersOf, valueOf } from './at-answers.ts';
import type { AtAnswer } from './at-line.ts';
import { modemErrorText } from './error-codes.ts';
import { judgeModemError } from './error-verdict.ts';
import type { ModemStatus } from './modem-state.ts';
import type { SetUpDeps } from './set-up-deps.ts';

/** After its PIN a SIM needs a while before it can do anything. */
const afterPinMs = 2_000;

/** Gives a command, and again while the SIM is busy. */
type Give = (text: string) => Promise<AtAnswer>;

/**
 * Sees to it that the SIM is ready, giving its PIN at most once (27.007 §8.3). Undefined when it is
 * ready, else why it is not.
 */
export async function unlockSim(
  deps: Pick<SetUpDeps, 'clock' | 'pins' | 'settings'> & { readonly give: Give },
): Promise<ModemStatus | undefined> {
  const { clock, pins, settings, give } = deps;
  const { gatewayId, pin } = settings;
  const asked = await give('AT+CPIN?');
  if (asked.kind === 'error') {
    const { error } = asked;
    // Old phones have no such command, and no lock either.
    if (error.kind === 'plain') return undefined;
    const verdict = judgeModemError(error);
    const reason = verdict.kind === 'modem' ? verdict.reason : 'no-sim';
    return { reason, detail: modemErrorText(error) };
  }
  if (asked.kind !== 'ok') return { reason: 'no-answer', detail: `AT+CPIN?: ${answerText(asked)}` };
  const state = valueOf(asked.lines, '+CPIN:') ?? '';
  if (state === 'READY' || state === '') return undefined;
  if (state.includes('PUK')) return { reason: 'puk-needed', detail: `the SIM asks for ${state}` };
  if (state !== 'SIM PIN' || pin === '') {
    return { reason: 'pin-needed', detail: `the SIM asks for ${state}` };
  }
  if (await pins.wasTried(gatewayId, pin)) {
    return { reason: 'pin-wrong', detail: 'the SIM did not take this PIN; it is not given again' };
  }
  const left = remainingTries(await give('AT+CPINR="SIM PIN"'));
  if (left !== undefined && left <= 1) {
    return { reason: 'pin-wrong', detail: 'the SIM has one try left; it is not used up' };
  }
  await pins.note(gatewayId, pin);
  const answer = await give(`AT+CPIN="${pin}"`);
  if (answer.kind === 'error') {
    return { reason: 'pin-wrong', detail: modemErrorText(answer.error) };
  }
  if (answer.kind !== 'ok') return { reason: 'no-answer', detail: `PIN: ${answerText(answer)}` };
  await pins.clear(gatewayId);
  await pause(clock, afterPinMs);
  return undefined;
}

/** 27.007 §8.65; few modems tell it. */
function remainingTries(answer: AtAnswer): number | undefined {
  if (answer.kind !== 'ok') return undefined;
  const told = parametersOf(valueOf(answer.lines, '+CPINR:') ?? '')[1];
  return told !== undefined && /^\d+$/u.test(told) ? Number(told) : undefined;
}
