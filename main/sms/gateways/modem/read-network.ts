import type { AtLine } from './at-line.ts';
import { isRegistered, operatorOf, registrationOf, signalOf } from './at-answers.ts';
import type { ModemFacts } from './modem-state.ts';

const answerMs = 5_000;

/** What a modem tells of its network. */
export type NetworkFacts = Pick<ModemFacts, 'signalDbm' | 'operator' | 'registration'>;

/** Asks for registration, operator and signal (27.007 §7.2, §7.3, §8.5). */
export async function readNetwork(line: AtLine): Promise<NetworkFacts> {
  const circuit = registrationOf(await linesOf(line, 'AT+CREG?'), '+CREG:');
  // Where there is nothing but LTE, only the packet side is registered.
  const packet = isRegistered(circuit)
    ? null
    : registrationOf(await linesOf(line, 'AT+CEREG?'), '+CEREG:');
  const registration = packet !== null && isRegistered(packet) ? packet : circuit;
  const signalDbm = signalOf(await linesOf(line, 'AT+CSQ'));
  const operator = operatorOf(await linesOf(line, 'AT+COPS?'));
  return { registration, signalDbm, operator };
}

async function linesOf(line: AtLine, text: string): Promise<readonly string[]> {
  const answer = await line.send({ text, timeoutMs: answerMs });
  return answer.kind === 'ok' ? answer.lines : [];
}
