import type { GatewayOptions } from '../../../shared/model/gateway.ts';
import type { SmsAlphabet } from '../../codecs/gsm-sms/index.ts';
import { parseTemplate } from '../template/parse.ts';
import { headerText, renderTemplate } from '../template/render.ts';
import type { RenderContext } from '../template/render.ts';
import { parseUrlTemplate } from '../template/url-template.ts';
import type { UrlTemplate } from '../template/url-template.ts';
import { usesVariable } from '../template/model.ts';
import type { Template, TemplateFault, VariableName } from '../template/model.ts';
import type { TemplateValues } from '../template/values.ts';
import { joinParts } from '../outgoing.ts';
import type { OutgoingMessage } from '../outgoing.ts';
import { inPlainAlphabet } from '../plain-alphabet.ts';

/** The settings of a gateway that say what is requested. */
export interface HttpRequestSettings {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly user: string;
  readonly sender: string;
  readonly options: Pick<GatewayOptions, 'auth'>;
}

/** What a request is filled with besides the message; undefined shows dots in its place. */
export interface RequestSecrets {
  readonly password: string | undefined;
  /** Where the delivery is to be reported; empty where nobody asks. */
  readonly reportUrl: string | undefined;
}

/** A request, ready to be sent. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Which field of the gateway has a faulty template. */
export interface RequestFault {
  readonly field: string;
  readonly fault: TemplateFault;
}

/** A gateway's templates, taken apart once. */
export interface RequestTemplate {
  readonly url: UrlTemplate;
  /** Whether its requests carry all that the message consists of. */
  carries(message: OutgoingMessage): boolean;
  /**
   * One request a part, or a single one where the templates use `%parts%` for messages of this
   * alphabet. The delivery of several is reported for the last.
   */
  requests(message: OutgoingMessage, secrets: RequestSecrets): HttpRequest[];
}

/** Dots in the places of all secrets. */
export const shownSecrets: RequestSecrets = { password: undefined, reportUrl: undefined };

const alphabets: readonly SmsAlphabet[] = ['gsm7', 'ucs2', 'binary'];
const formType = 'application/x-www-form-urlencoded';

/** Takes the templates of a gateway apart, or says which is faulty. */
export function parseRequestTemplate(
  settings: HttpRequestSettings,
): { ok: true; request: RequestTemplate } | { ok: false; error: RequestFault } {
  const url = parseUrlTemplate(settings.url);
  if (!url.ok) return { ok: false, error: { field: 'url', fault: url.fault } };
  const body = parseTemplate(settings.body);
  if (!body.ok) return { ok: false, error: { field: 'body', fault: body.fault } };
  const headers: [string, Template][] = [];
  for (const [name, value] of Object.entries(settings.headers)) {
    const header = parseTemplate(value);
    if (!header.ok) return { ok: false, error: { field: `headers.${name}`, fault: header.fault } };
    headers.push([name, header.template]);
  }
  return {
    ok: true,
    request: requestTemplate(settings, url.url, body.template, headers),
  };
}

function requestTemplate(
  settings: HttpRequestSettings,
  url: UrlTemplate,
  body: Template,
  headers: readonly [string, Template][],
): RequestTemplate {
  const { method, user, options } = settings;
  const isPost = method === 'POST';
  // A POST without a body of its own carries what would be the query.
  const sendsQueryAsForm = isPost && settings.body === '';
  const contentType = sendsQueryAsForm
    ? formType
    : settings.contentType === ''
      ? formType
      : settings.contentType;
  const context = contextOf(contentType);
  const templates = [url.path, ...(isPost ? [body] : []), ...headers.map(([, value]) => value)];
  const uses = (name: VariableName, alphabet: SmsAlphabet): boolean =>
    templates.some((template) => usesVariable(template, name, alphabet));
  const carriesData = (alphabet: SmsAlphabet): boolean =>
    uses('data', alphabet) || uses('userdata', alphabet);
  const carriesAny = alphabets.some(carriesData);
  const fixedHeaders: Record<string, string> = { host: url.host, 'user-agent': 'Pushdesk' };
  if (isPost) fixedHeaders['content-type'] = contentType;
  const loginInUrl = url.userInfo && Buffer.from(`${url.userInfo.user}:${url.userInfo.password}`);

  function loginOf(password: string): string | undefined {
    if (options.auth === 'bearer') return `Bearer ${headerText(password)}`;
    const login = options.auth === 'basic' ? Buffer.from(`${user}:${password}`) : loginInUrl;
    return login && `Basic ${login.toString('base64')}`;
  }

  function build(values: TemplateValues): HttpRequest {
    const target = renderTemplate(url.path, values, 'url');
    const query = target.indexOf('?');
    const filled: Record<string, string> = { ...fixedHeaders };
    if (values.password !== undefined) {
      const login = loginOf(values.password);
      if (login !== undefined) filled['authorization'] = login;
    }
    for (const [name, value] of headers) {
      filled[name.toLowerCase()] = renderTemplate(value, values, 'header');
    }
    if (!isPost) return { method, path: target, headers: filled, body: undefined };
    if (!sendsQueryAsForm) {
      const text = renderTemplate(body, values, context);
      return { method, path: target, headers: filled, body: text };
    }
    const path = query === -1 ? target : target.slice(0, query);
    return { method, path, headers: filled, body: query === -1 ? '' : target.slice(query + 1) };
  }

  return {
    url,
    carries(message) {
      const { alphabet, parts } = inPlainAlphabet(message);
      // Whoever only rings a bell somewhere needs no data.
      if (!carriesAny) return true;
      const carriesHeader = uses('udh', alphabet) || uses('userdata', alphabet);
      const hasHeader = parts.some(({ udh }) => udh.length > 0);
      // A text whose header is lost can still be read, in pieces; anything else is rubbish.
      if (alphabet === 'binary' && hasHeader && !carriesHeader) return false;
      return carriesData(alphabet);
    },
    requests(whole, { password, reportUrl }) {
      // Providers know texts, and none of them the tables of languages.
      const message = inPlainAlphabet(whole);
      const { id, number, dcs, pid, alphabet } = message;
      const parts = message.parts.length;
      const segments = uses('parts', alphabet) ? [joinParts(message.parts)] : message.parts;
      const sender = message.sender || settings.sender;
      const common = { id, number, sender, user, password, dcs, pid, alphabet, parts };
      return segments.map((segment, index) => {
        const isLast = index === segments.length - 1;
        return build({ ...common, reportUrl: isLast ? reportUrl : '', segment });
      });
    },
  };
}

function contextOf(contentType: string): RenderContext {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (type === formType) return 'url';
  if (type.endsWith('json')) return 'json';
  return type.endsWith('xml') ? 'xml' : 'plain';
}

/** A request as people read it. */
export function showRequest(url: UrlTemplate, request: HttpRequest): string {
  const line = `${request.method} ${url.protocol}//${url.host}${request.path}`;
  return request.body === undefined || request.body === '' ? line : `${line}\n${request.body}`;
}
