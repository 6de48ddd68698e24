import type { GatewayInput } from '../../../shared/model/gateway.ts';
import { secretInput } from '../settings/secret.ts';
import { rowsToHeaders } from './form/header-rows.ts';
import type { GatewayFormValues } from './gateway-form.ts';

/** The number in a field; null where it is empty. */
function numberOrNull(value: number | string): number | null {
  return value === '' ? null : Number(value);
}

/** What every kind has: its name, its place among the others, and its limits. */
function common(values: GatewayFormValues) {
  return {
    kind: values.kind,
    name: values.name,
    priority: Number(values.priority),
    weight: Number(values.weight),
    perMinute: numberOrNull(values.perMinute),
    perDay: numberOrNull(values.perDay),
    perMonth: numberOrNull(values.perMonth),
    reports: values.reports,
  };
}

function timing(values: GatewayFormValues) {
  return {
    concurrency: Number(values.concurrency),
    timeoutMs: Math.round(Number(values.timeoutSeconds) * 1_000),
  };
}

function httpInput(values: GatewayFormValues) {
  return {
    url: values.url,
    method: values.method,
    body: values.body,
    contentType: values.contentType,
    headers: rowsToHeaders(values.headers),
    auth: values.auth,
    user: values.user,
    ...secretInput('password', values.password),
    sender: values.sender,
    successStatus: values.successStatus,
    successPattern: values.successPattern,
    refusedPattern: values.refusedPattern,
    retryPattern: values.retryPattern,
    idPattern: values.idPattern,
    deliveredPattern: values.deliveredPattern,
    undeliveredPattern: values.undeliveredPattern,
  };
}

function modemInput(values: GatewayFormValues) {
  return {
    path: values.path,
    ...secretInput('pin', values.pin),
    smsc: values.smsc,
    baudRate: Number(values.baudRate),
    initCommands: values.initCommands,
  };
}

function smppInput(values: GatewayFormValues) {
  return {
    host: values.host,
    port: Number(values.port),
    tls: values.tls,
    tlsUntrusted: values.tls && values.tlsUntrusted,
    systemId: values.systemId,
    ...secretInput('password', values.password),
    systemType: values.systemType,
    bind: values.bind,
    sender: values.sender,
    enquireSeconds: Number(values.enquireSeconds),
    longMessages: values.longMessages,
    textEncoding: values.textEncoding,
    serviceType: values.serviceType,
    sourceTon: numberOrNull(values.sourceTon),
    sourceNpi: numberOrNull(values.sourceNpi),
    destinationTon: numberOrNull(values.destinationTon),
    destinationNpi: numberOrNull(values.destinationNpi),
  };
}

/** What is sent to the service: of each kind only the settings that it has. */
export function formToGateway(values: GatewayFormValues): GatewayInput {
  switch (values.kind) {
    case 'http':
      return { ...common(values), ...timing(values), ...httpInput(values) };
    case 'peer':
      return {
        ...common(values),
        ...timing(values),
        url: values.url,
        user: values.user,
        ...secretInput('password', values.password),
        sender: values.sender,
      };
    case 'modem':
      return { ...common(values), ...modemInput(values) };
    case 'smpp':
      return { ...common(values), ...timing(values), ...smppInput(values) };
    case 'simulator':
      return { ...common(values), concurrency: Number(values.concurrency) };
  }
}

/** Fields that a gateway of a kind cannot do without. */
const needed: Readonly<Record<GatewayFormValues['kind'], readonly (keyof GatewayFormValues)[]>> = {
  http: ['name', 'url'],
  peer: ['name', 'url'],
  modem: ['name', 'path'],
  smpp: ['name', 'host', 'systemId'],
  simulator: ['name'],
};

/** Whether a field is empty that must not be. */
export function isMissing(values: GatewayFormValues, field: keyof GatewayFormValues): boolean {
  const value = values[field];
  return needed[values.kind].includes(field) && typeof value === 'string' && value.trim() === '';
}
