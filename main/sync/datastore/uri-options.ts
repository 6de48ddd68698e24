import { datastoreLimits } from './limits.ts';

/** A target URI, and what a client wants of it. */
export interface UriParts {
  /** Without options; as the client wrote it otherwise. */
  readonly name: string;
  /** Expression in the CGI form behind `?`; undefined without one. */
  readonly expression: string | undefined;
  /** Synthesis' options, `/dr(-30,30)`: name in lower case, and what stands in the brackets. */
  readonly options: readonly { readonly name: string; readonly argument: string }[];
}

const option = /\/?([a-z]{1,3})\(([^()]*)\)/giu;

/**
 * Takes the options out of a target URI: `contacts?SUMMARY&EQ;x`, `calendar/dr(-30,30)`,
 * `contacts?/fi(FN&CON;A)`. (OMA DS 1.1 protocol §5.12 "target address filtering"; the bracketed ones
 * are Synthesis' own.)
 */
export function splitUri(uri: string): UriParts {
  const whole = uri.trim().slice(0, datastoreLimits.uriLength);
  const mark = whole.indexOf('?');
  const bracket = whole.search(/\/[a-z]{1,3}\([^()]*\)(?:\/|$)/iu);
  const end = Math.min(...[mark, bracket, whole.length].filter((at) => at >= 0));
  const rest = unescape(whole.slice(end));
  const options = [...rest.matchAll(option)].map(([, name = '', argument = '']) => ({
    name: name.toLowerCase(),
    argument: argument.trim(),
  }));
  const expression = rest
    .replace(option, '')
    .replace(/^[/?]+/u, '')
    .trim();
  return {
    name: whole.slice(0, end),
    expression: expression === '' ? undefined : expression,
    options,
  };
}

/** Percent escapes undone; a stray `%` stays as it is. */
function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
