import { defaultGatewayOptions } from '../../../shared/model/gateway.ts';
import type { GatewayPreset } from '../../../shared/api/gateways.ts';
import type { Gateway, GatewayKind, GatewayOptions } from '../../../shared/model/gateway.ts';
import { keepSecret } from '../settings/secret.ts';
import type { SecretChange } from '../settings/secret.ts';
import { headersToRows } from './form/header-rows.ts';
import type { HeaderRow } from './form/header-rows.ts';

/** Options that are numbers; a field of them holds a text while it is empty or half typed. */
type NumberOption =
  | 'weight'
  | 'perMinute'
  | 'perDay'
  | 'perMonth'
  | 'port'
  | 'enquireSeconds'
  | 'sourceTon'
  | 'sourceNpi'
  | 'destinationTon'
  | 'destinationNpi';

/** What stands in the fields of a gateway. */
export interface GatewayFormValues
  extends
    Omit<GatewayOptions, NumberOption | 'baudRate'>,
    Readonly<Record<NumberOption, number | string>> {
  readonly kind: GatewayKind;
  readonly name: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string;
  readonly contentType: string;
  readonly headers: readonly HeaderRow[];
  readonly user: string;
  readonly password: SecretChange;
  readonly pin: SecretChange;
  readonly sender: string;
  readonly successPattern: string;
  readonly idPattern: string;
  readonly priority: number | string;
  readonly concurrency: number | string;
  readonly timeoutSeconds: number | string;
  /** A text, since it is chosen from a list. */
  readonly baudRate: string;
}

/** Options as they stand in the fields: no limit and "by the address" are empty. */
function optionFields(
  options: GatewayOptions,
): Omit<GatewayOptions, NumberOption | 'baudRate'> &
  Readonly<Record<NumberOption, number | string>> & { readonly baudRate: string } {
  return {
    weight: options.weight,
    perMinute: options.perMinute ?? '',
    perDay: options.perDay ?? '',
    perMonth: options.perMonth ?? '',
    reports: options.reports,
    auth: options.auth,
    successStatus: options.successStatus,
    refusedPattern: options.refusedPattern,
    retryPattern: options.retryPattern,
    deliveredPattern: options.deliveredPattern,
    undeliveredPattern: options.undeliveredPattern,
    path: options.path,
    baudRate: String(options.baudRate),
    smsc: options.smsc,
    initCommands: options.initCommands,
    host: options.host,
    port: options.port,
    systemId: options.systemId,
    systemType: options.systemType,
    bind: options.bind,
    tls: options.tls,
    tlsUntrusted: options.tlsUntrusted,
    enquireSeconds: options.enquireSeconds,
    longMessages: options.longMessages,
    serviceType: options.serviceType,
    sourceTon: options.sourceTon ?? '',
    sourceNpi: options.sourceNpi ?? '',
    destinationTon: options.destinationTon ?? '',
    destinationNpi: options.destinationNpi ?? '',
    textEncoding: options.textEncoding,
  };
}

/** Fields of a new gateway. */
export const emptyGatewayForm: GatewayFormValues = {
  kind: 'http',
  name: '',
  url: '',
  method: 'GET',
  body: '',
  contentType: '',
  headers: [],
  user: '',
  password: keepSecret,
  pin: keepSecret,
  sender: '',
  successPattern: '',
  idPattern: '',
  priority: 10,
  concurrency: 8,
  timeoutSeconds: 15,
  ...optionFields(defaultGatewayOptions),
};

/** The fields of a gateway as it is. */
export function gatewayToForm(gateway: Gateway): GatewayFormValues {
  return {
    kind: gateway.kind,
    name: gateway.name,
    url: gateway.url,
    method: gateway.method,
    body: gateway.body,
    contentType: gateway.contentType,
    headers: headersToRows(gateway.headers),
    user: gateway.user,
    password: keepSecret,
    pin: keepSecret,
    sender: gateway.sender,
    successPattern: gateway.successPattern,
    idPattern: gateway.idPattern,
    priority: gateway.priority,
    concurrency: gateway.concurrency,
    timeoutSeconds: gateway.timeoutMs / 1_000,
    ...optionFields(gateway),
  };
}

/** What a preset puts into the fields; the name stays if one was typed. */
export function presetValues(
  preset: GatewayPreset | undefined,
  name: string,
): Partial<GatewayFormValues> {
  const { url, method, body, contentType, successPattern, idPattern } = preset ?? emptyGatewayForm;
  const options = preset?.options ?? {};
  return {
    name: name === '' && preset !== undefined ? preset.label.replace(/ \(.*\)$/u, '') : name,
    url,
    method,
    body,
    contentType,
    successPattern,
    idPattern,
    auth: options.auth ?? 'none',
    successStatus: options.successStatus ?? '',
    refusedPattern: options.refusedPattern ?? '',
    retryPattern: options.retryPattern ?? '',
    deliveredPattern: options.deliveredPattern ?? '',
    undeliveredPattern: options.undeliveredPattern ?? '',
    headers: headersToRows(preset?.headers ?? {}),
  };
}

/** The form's field of a field of the service; null for one that the form does not have. */
export function gatewayFieldOf(path: string): string | null {
  if (path === 'timeoutMs') return 'timeoutSeconds';
  const first = path.split('.')[0] ?? path;
  return first !== 'kind' && Object.hasOwn(emptyGatewayForm, first) ? first : null;
}

/** The highest priority number still unused, so that a new gateway goes behind those that exist. */
export function nextPriority(gateways: readonly Pick<Gateway, 'priority'>[]): number {
  const last = Math.max(0, ...gateways.map((gateway) => gateway.priority));
  return Math.min(100, last + 10);
}
