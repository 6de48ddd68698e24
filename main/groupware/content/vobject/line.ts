import type { RawParam } from '../item.ts';

/**
 * One property of a vCard, vCalendar or vNote between its octets and its meaning: unfolded, freed
 * from QUOTED-PRINTABLE and character set, but still escaped. A Base64 value keeps ENCODING=B.
 */
export interface Line {
  readonly name: string;
  readonly params: readonly RawParam[];
  readonly value: string;
}

/** Lines between BEGIN and END. */
export interface Component {
  readonly name: string;
  readonly lines: Line[];
  readonly components: Component[];
}

/** First value of a parameter; names are upper case. */
export function paramValue(params: readonly RawParam[], name: string): string | undefined {
  for (const param of params) {
    if (param.name === name && param.values.length > 0) return param.values[0];
  }
  return undefined;
}

/** The parameters but for those named. */
export function withoutParams(
  params: readonly RawParam[],
  names: readonly string[],
): readonly RawParam[] {
  if (params.length === 0 || names.length === 0) return params;
  return params.filter((param) => !names.includes(param.name));
}

/** True for a value in Base64. */
export function isBinary(params: readonly RawParam[]): boolean {
  return paramValue(params, 'ENCODING') === 'B';
}

/** A line without parameters. */
export function plainLine(name: string, value: string, params: readonly RawParam[] = []): Line {
  return { name, params, value };
}

/** False for a property without a value, which some clients write for every field that they have. */
export function saysSomething({ value }: Line): boolean {
  return /[^;,\s]/.test(value);
}
