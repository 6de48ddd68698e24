import type { GatewayFacts } from '../../../../shared/model/gateway.ts';

/** What follows the first line that begins with the prefix, such as `+CSQ:`. */
export function valueOf(lines: readonly string[], prefix: string): string | undefined {
  return lines
    .find((line) => line.startsWith(prefix))
    ?.slice(prefix.length)
    .trim();
}

/** Parameters of an answer, split at commas outside of quotes, without the quotes. */
export function parametersOf(value: string): string[] {
  const parameters = value.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)|^(?=,)/gu) ?? [];
  return parameters.map((each) => each.trim().replace(/^"|"$/gu, ''));
}

/** dBm of an answer to `AT+CSQ` (27.007 §8.5); null where it is not known. */
export function signalOf(lines: readonly string[]): number | null {
  const strength = Number(parametersOf(valueOf(lines, '+CSQ:') ?? '')[0] ?? Number.NaN);
  return Number.isInteger(strength) && strength >= 0 && strength <= 31 ? strength * 2 - 113 : null;
}

const registrations: Readonly<Record<string, NonNullable<GatewayFacts['registration']>>> = {
  0: 'none',
  1: 'home',
  2: 'searching',
  3: 'denied',
  4: 'unknown',
  5: 'roaming',
  // 27.007 §7.2: registered for SMS only.
  6: 'home',
  7: 'roaming',
};

/** Registration in an answer to `AT+CREG?` or `AT+CEREG?` (27.007 §7.2); null in others. */
export function registrationOf(
  lines: readonly string[],
  prefix: '+CREG:' | '+CEREG:',
): GatewayFacts['registration'] {
  return registrations[parametersOf(valueOf(lines, prefix) ?? '')[1] ?? ''] ?? null;
}

/** Whether messages go out; where a modem does not tell, they are let try. */
export function isRegistered(registration: GatewayFacts['registration']): boolean {
  return registration === 'home' || registration === 'roaming' || registration === null;
}

/** Operator in an answer to `AT+COPS?` (27.007 §7.3). */
export function operatorOf(lines: readonly string[]): string | null {
  return parametersOf(valueOf(lines, '+COPS:') ?? '')[2] ?? null;
}

/** Number in an answer to `AT+CSCA?` (27.005 §3.3.1); null for none. */
export function serviceCentreOf(lines: readonly string[]): string | null {
  const [number = '', type] = parametersOf(valueOf(lines, '+CSCA:') ?? '');
  if (number === '') return null;
  return type === '145' && !number.startsWith('+') ? `+${number}` : number;
}

/** First line of an answer to `AT+CGMI` or `AT+CGMM`, with or without its prefix. */
export function nameOf(lines: readonly string[]): string {
  return (lines[0] ?? '')
    .replace(/^\+CGM[IM]: */u, '')
    .replace(/^"|"$/gu, '')
    .slice(0, 80);
}
