import { parseTemplate } from './parse.ts';
import type { Template, TemplateFault } from './model.ts';

/** A URL template: where it goes is fixed, what is asked for there is filled in. */
export interface UrlTemplate {
  readonly protocol: 'http:' | 'https:';
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string;
  readonly port: number;
  /** Value of the Host header; also what is shown. */
  readonly host: string;
  /** From the URL itself (`http://user:password@host/`), percent-decoded. */
  readonly userInfo: { readonly user: string; readonly password: string } | undefined;
  /** From the slash behind the host. */
  readonly path: Template;
}

export type ParsedUrlTemplate =
  | { readonly ok: true; readonly url: UrlTemplate }
  | { readonly ok: false; readonly fault: TemplateFault };

const scheme = /^https?:\/\//iu;
const authorityEnd = /[/?#]/u;
const longestToken = 40;

/**
 * Takes a URL template apart. A variable before the path is a fault: a message must not choose the
 * machine that it, and the password with it, is sent to.
 */
export function parseUrlTemplate(source: string): ParsedUrlTemplate {
  const parsed = parseTemplate(source);
  if (!parsed.ok) return parsed;
  const start = scheme.exec(source)?.[0].length;
  if (start === undefined) return failed('not-a-url', 0, source);
  const length = source.slice(start).search(authorityEnd);
  const end = length === -1 ? source.length : start + length;
  const variable = parsed.template.find((node) => node.kind === 'variable');
  if (variable?.kind === 'variable' && variable.position < end) {
    return failed('variable-in-host', variable.position, source);
  }
  const base = parseBase(source.slice(0, end));
  const path = parseTemplate(source.slice(end));
  if (base === undefined || !path.ok) return failed('not-a-url', 0, source);
  const first = path.template[0];
  const hasSlash = first?.kind === 'literal' && first.text.startsWith('/');
  const rooted: Template = hasSlash
    ? path.template
    : [{ kind: 'literal', text: '/' }, ...path.template];
  return { ok: true, url: { ...base, path: rooted } };
}

function parseBase(text: string): Omit<UrlTemplate, 'path'> | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const defaultPort = url.protocol === 'https:' ? 443 : 80;
  return {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/gu, ''),
    port: url.port === '' ? defaultPort : Number(url.port),
    host: url.host,
    userInfo:
      url.username === '' && url.password === ''
        ? undefined
        : { user: decoded(url.username), password: decoded(url.password) },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function failed(
  code: TemplateFault['code'],
  position: number,
  source: string,
): { ok: false; fault: TemplateFault } {
  return {
    ok: false,
    fault: { code, position, token: source.slice(position, position + longestToken) },
  };
}
