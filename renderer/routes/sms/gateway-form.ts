import type { GatewayPreset } from '../../../shared/api/gateways.ts';
import type { Gateway, GatewayInput, GatewayKind } from '../../../shared/model/gateway.ts';

/** What stands in the fields of a gateway. */
export interface GatewayFormValues {
  readonly kind: GatewayKind;
  readonly name: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string;
  readonly contentType: string;
  readonly user: string;
  /** Empty keeps what is set. */
  readonly password: string;
  readonly sender: string;
  readonly successPattern: string;
  readonly idPattern: string;
  readonly priority: number | string;
  readonly concurrency: number | string;
  readonly timeoutSeconds: number | string;
}

/** Fields of a new gateway. */
export const emptyGatewayForm: GatewayFormValues = {
  kind: 'http',
  name: '',
  url: '',
  method: 'GET',
  body: '',
  contentType: '',
  user: '',
  password: '',
  sender: '',
  successPattern: '',
  idPattern: '',
  priority: 10,
  concurrency: 8,
  timeoutSeconds: 15,
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
    user: gateway.user,
    password: '',
    sender: gateway.sender,
    successPattern: gateway.successPattern,
    idPattern: gateway.idPattern,
    priority: gateway.priority,
    concurrency: gateway.concurrency,
    timeoutSeconds: gateway.timeoutMs / 1_000,
  };
}

/** What is sent to the service; a simulator needs little of it. */
export function formToGateway(values: GatewayFormValues): GatewayInput {
  const common = {
    kind: values.kind,
    name: values.name,
    priority: Number(values.priority),
    concurrency: Number(values.concurrency),
  };
  if (values.kind === 'simulator') return common;
  return {
    ...common,
    url: values.url,
    method: values.method,
    body: values.body,
    contentType: values.contentType,
    user: values.user,
    ...(values.password === '' ? {} : { password: values.password }),
    sender: values.sender,
    successPattern: values.successPattern,
    idPattern: values.idPattern,
    timeoutMs: Math.round(Number(values.timeoutSeconds) * 1_000),
  };
}

/** What a preset puts into the fields; the name stays if one was typed. */
export function presetValues(
  preset: GatewayPreset | undefined,
  name: string,
): Pick<
  GatewayFormValues,
  'name' | 'url' | 'method' | 'body' | 'contentType' | 'successPattern' | 'idPattern'
> {
  const { url, method, body, contentType, successPattern, idPattern } = preset ?? emptyGatewayForm;
  return {
    name: name === '' && preset !== undefined ? preset.label.replace(/ \(.*\)$/u, '') : name,
    url,
    method,
    body,
    contentType,
    successPattern,
    idPattern,
  };
}

/** The form's field of a field of the service. */
export function gatewayFieldOf(path: string): keyof GatewayFormValues | null {
  switch (path) {
    case 'name':
    case 'url':
    case 'method':
    case 'body':
    case 'contentType':
    case 'user':
    case 'password':
    case 'sender':
    case 'successPattern':
    case 'idPattern':
    case 'priority':
    case 'concurrency':
      return path;
    case 'timeoutMs':
      return 'timeoutSeconds';
    default:
      return null;
  }
}

/** The highest priority number still unused, so that a new gateway goes behind those that exist. */
export function nextPriority(gateways: readonly Pick<Gateway, 'priority'>[]): number {
  const last = Math.max(0, ...gateways.map((gateway) => gateway.priority));
  return Math.min(100, last + 10);
}
