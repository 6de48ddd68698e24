import { parseTemplate } from '../template/parse.ts';
import { renderTemplate } from '../template/render.ts';
import type { RenderContext } from '../template/render.ts';
import { parseUrlTemplate } from '../template/url-template.ts';
import type { UrlTemplate } from '../template/url-template.ts';
import { usesVariable } from '../template/model.ts';
import type { Template, TemplateFault } from '../template/model.ts';
import type { TemplateValues } from '../template/values.ts';
import { joinParts } from '../outgoing.ts';
import type { OutgoingMessage } from '../outgoing.ts';

/** The settings of a gateway that say what is requested. */
export interface HttpRequestSettings {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly user: string;
  readonly sender: string;
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
  /** One request a part, or a single one where the templates use `%parts%`. */
  requests(message: OutgoingMessage, password: string | undefined): HttpRequest[];
}

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
  const { method, user, sender } = settings;
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
  const takesWhole = templates.some((template) => usesVariable(template, 'parts'));
  const fixedHeaders: Record<string, string> = { host: url.host, 'user-agent': 'Pushdesk' };
  if (isPost) fixedHeaders['content-type'] = contentType;
  const loginInUrl = url.userInfo && Buffer.from(`${url.userInfo.user}:${url.userInfo.password}`);

  function build(values: TemplateValues): HttpRequest {
    const target = renderTemplate(url.path, values, 'url');
    const query = target.indexOf('?');
    const filled: Record<string, string> = { ...fixedHeaders };
    if (loginInUrl !== undefined && values.password !== undefined) {
      filled['authorization'] = `Basic ${loginInUrl.toString('base64')}`;
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
    requests(message, password) {
      const { id, number, dcs, pid, alphabet } = message;
      const parts = message.parts.length;
      const segments = takesWhole ? [joinParts(message.parts)] : message.parts;
      const common = { id, number, sender, user, password, dcs, pid, alphabet, parts };
      return segments.map((segment) => build({ ...common, segment }));
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
