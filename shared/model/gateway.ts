import { z } from 'zod';
import { idSchema, instantSchema, stateMarkSchema } from './words.ts';

/** Largest sizes of a gateway's settings. */
export const gatewayLimits = {
  name: 80,
  url: 4_096,
  body: 8_192,
  headers: 20,
  pattern: 500,
} as const;

/** One way out for SMS. `peer` is another Pushdesk, or an old client's server of the same format. */
export const gatewayKindSchema = z.enum(['http', 'peer', 'modem', 'smpp', 'simulator']);
export type GatewayKind = z.infer<typeof gatewayKindSchema>;

/** Why a gateway shows the state it shows; the sentence is `gatewayReasons.<reason>`. */
export const gatewayReasonSchema = z.enum([
  'ok',
  'unused',
  'off',
  'unreachable',
  'refused',
  'backing-off',
  'bad-template',
  /** It is being opened: the modem starts, the link is being made. */
  'connecting',
  /** The far side does not accept the user name or the password. */
  'login-refused',
  /** The far side asks for a slower pace. */
  'throttled',
  /** Its day's or month's budget is used up. */
  'budget',
  /** A modem: no such port, or it was unplugged. */
  'no-port',
  'port-busy',
  'no-answer',
  'pin-needed',
  'pin-wrong',
  'puk-needed',
  'no-sim',
  'sim-full',
  'not-registered',
]);
export type GatewayReason = z.infer<typeof gatewayReasonSchema>;

export const httpMethodSchema = z.enum(['GET', 'POST']);

/** Settings that only some kinds have, and limits that all have. */
export const gatewayOptionsSchema = z.object({
  /** Share of the messages among gateways that are equal otherwise. */
  weight: z.number().int().min(1).max(100),
  /** SMS parts a minute, a day, a month; null is no limit. */
  perMinute: z.number().int().min(1).max(1_000_000).nullable(),
  perDay: z.number().int().min(1).max(100_000_000).nullable(),
  perMonth: z.number().int().min(1).max(1_000_000_000).nullable(),
  /** Whether reports of delivery are asked for. */
  reports: z.boolean(),
  /** `http`: how the request signs in, beside what its template says. Bearer takes the password. */
  auth: z.enum(['none', 'basic', 'bearer']),
  /** `http`: statuses that mean success, `200,202`; empty is every 2xx. */
  successStatus: z.string().max(120),
  /** `http`: an answer that matches refuses the message for good. */
  refusedPattern: z.string().max(gatewayLimits.pattern),
  /** `http`: an answer that matches asks to come back later. */
  retryPattern: z.string().max(gatewayLimits.pattern),
  /** `http`: what of a report of delivery means delivered, and what failed; empty knows common words. */
  deliveredPattern: z.string().max(gatewayLimits.pattern),
  undeliveredPattern: z.string().max(gatewayLimits.pattern),
  /** `modem`: path of the port, `/dev/ttyUSB0` or `COM3`. */
  path: z.string().trim().max(260),
  baudRate: z.number().int().min(300).max(4_000_000),
  /** `modem`: number of the service centre; empty is the SIM's own. */
  smsc: z.string().trim().max(32),
  /** `modem`: commands sent after it was set up, one a line. */
  initCommands: z.string().max(1_000),
  /** `smpp`: where the service centre is, and who signs in. The password is `password`. */
  host: z.string().trim().max(253),
  port: z.number().int().min(1).max(65_535),
  systemId: z.string().max(15),
  systemType: z.string().max(12),
  bind: z.enum(['transceiver', 'transmitter', 'separate']),
  tls: z.boolean(),
  /** `smpp`: a certificate of nobody known is taken too. */
  tlsUntrusted: z.boolean(),
  enquireSeconds: z.number().int().min(5).max(3_600),
  longMessages: z.enum(['udh', 'payload']),
  serviceType: z.string().max(5),
  /** `smpp`: type of number and numbering plan; null finds them by the address. */
  sourceTon: z.number().int().min(0).max(7).nullable(),
  sourceNpi: z.number().int().min(0).max(15).nullable(),
  destinationTon: z.number().int().min(0).max(7).nullable(),
  destinationNpi: z.number().int().min(0).max(15).nullable(),
  /** `smpp`: how texts in the default alphabet are spelled. */
  textEncoding: z.enum(['gsm7', 'latin1']),
});
export type GatewayOptions = z.infer<typeof gatewayOptionsSchema>;

/** Options of a new gateway. */
export const defaultGatewayOptions: GatewayOptions = {
  weight: 1,
  perMinute: null,
  perDay: null,
  perMonth: null,
  reports: true,
  auth: 'none',
  successStatus: '',
  refusedPattern: '',
  retryPattern: '',
  deliveredPattern: '',
  undeliveredPattern: '',
  path: '',
  baudRate: 115_200,
  smsc: '',
  initCommands: '',
  host: '',
  port: 2775,
  systemId: '',
  systemType: '',
  bind: 'transceiver',
  tls: false,
  tlsUntrusted: false,
  enquireSeconds: 30,
  longMessages: 'udh',
  serviceType: '',
  sourceTon: null,
  sourceNpi: null,
  destinationTon: null,
  destinationNpi: null,
  textEncoding: 'gsm7',
};

/** What an open gateway tells of itself; null where a kind knows nothing of it. */
export const gatewayFactsSchema = z.object({
  /** Strength of the signal in dBm (27.007 §8.5). */
  signalDbm: z.number().int().nullable(),
  operator: z.string().nullable(),
  registration: z.enum(['home', 'roaming', 'searching', 'denied', 'none', 'unknown']).nullable(),
  /** Manufacturer and model of a modem, or what a service centre calls itself. */
  device: z.string().nullable(),
  smsc: z.string().nullable(),
  /** `smpp`: how it is bound, and since when it is connected. */
  bound: z.enum(['transceiver', 'transmitter', 'separate']).nullable(),
  connectedAt: instantSchema.nullable(),
});
export type GatewayFacts = z.infer<typeof gatewayFactsSchema>;

/** Facts of a gateway that tells none. */
export const noGatewayFacts: GatewayFacts = {
  signalDbm: null,
  operator: null,
  registration: null,
  device: null,
  smsc: null,
  bound: null,
  connectedAt: null,
};

/** Whether a failing gateway is tried: `closed` works, `open` is left alone, `half-open` has one try. */
export const breakerSchema = z.enum(['closed', 'open', 'half-open']);

/** What a person sets on a gateway. */
export const gatewayInputSchema = z.object({
  kind: gatewayKindSchema,
  /** A new one without a name is called by where it leads. */
  name: z.string().trim().min(1).max(gatewayLimits.name).optional(),
  /** URL template with `%number%`, `%data;hex%` …; needed for `http`. */
  url: z.string().trim().max(gatewayLimits.url).optional(),
  method: httpMethodSchema.optional(),
  /** Body template of a POST; none sends the URL's query as a form. */
  body: z.string().max(gatewayLimits.body).optional(),
  contentType: z.string().max(120).optional(),
  headers: z.record(z.string().max(120), z.string().max(1_000)).optional(),
  user: z.string().max(120).optional(),
  /** Write-only; `%password%` in the template. */
  password: z.string().max(256).optional(),
  /** Sender shown on the phone; `%sender%` in the template. */
  sender: z.string().max(20).optional(),
  /** A 2xx answer counts as accepted only when its text matches this pattern. */
  successPattern: z.string().max(gatewayLimits.pattern).optional(),
  /** First group is the provider's id of the message. */
  idPattern: z.string().max(gatewayLimits.pattern).optional(),
  /** Lower goes first. */
  priority: z.number().int().min(1).max(100).optional(),
  /** Messages under way at once; the window of `smpp`. A modem has one. */
  concurrency: z.number().int().min(1).max(1_000).optional(),
  timeoutMs: z.number().int().min(500).max(120_000).optional(),
  /** `modem`: PIN of the SIM. Write-only; an empty text removes it. */
  pin: z
    .string()
    .regex(/^(?:\d{4,8})?$/u)
    .optional(),
  ...gatewayOptionsSchema.partial().shape,
});
export type GatewayInput = z.infer<typeof gatewayInputSchema>;

/** A gateway as it is shown. The password is told only as "set". */
export const gatewaySchema = z.object({
  id: idSchema,
  kind: gatewayKindSchema,
  name: z.string(),
  active: z.boolean(),
  priority: z.number().int(),
  url: z.string(),
  method: httpMethodSchema,
  body: z.string(),
  contentType: z.string(),
  headers: z.record(z.string(), z.string()),
  user: z.string(),
  hasPassword: z.boolean(),
  sender: z.string(),
  successPattern: z.string(),
  idPattern: z.string(),
  concurrency: z.number().int(),
  timeoutMs: z.number().int(),
  hasPin: z.boolean(),
  ...gatewayOptionsSchema.shape,
  state: stateMarkSchema,
  reason: gatewayReasonSchema,
  /** What the far side said last, in its own words; empty when all is well. */
  detail: z.string(),
  facts: gatewayFactsSchema,
  breaker: breakerSchema,
  /** When a gateway that is left alone is tried next. */
  retryAt: instantSchema.nullable(),
  underWay: z.number().int(),
  /** Messages accepted within the last minute. */
  perMinuteNow: z.number().int(),
  /** SMS parts accepted today and this month, as budgets count them. */
  partsToday: z.number().int(),
  partsThisMonth: z.number().int(),
  queued: z.number().int(),
  sentToday: z.number().int(),
  failedToday: z.number().int(),
  lastUsedAt: instantSchema.nullable(),
  createdAt: instantSchema,
});
export type Gateway = z.infer<typeof gatewaySchema>;

/** What a gateway's test found. A refusal is a value here: it is what the test is for. */
export const gatewayTestSchema = z.object({
  ok: z.boolean(),
  reason: gatewayReasonSchema,
  /** HTTP status or error word, and the first characters of the answer; secrets masked. */
  detail: z.string(),
  /** What was requested, secrets masked. */
  request: z.string(),
  durationMs: z.number(),
});
export type GatewayTest = z.infer<typeof gatewayTestSchema>;

/** A serial port where a modem may be. */
export const serialPortSchema = z.object({
  path: z.string(),
  /** What is there, in the words of its maker; empty when it does not say. */
  label: z.string(),
  serialNumber: z.string().nullable(),
  /** Name of the gateway that uses it. */
  usedBy: z.string().nullable(),
});
export type SerialPort = z.infer<typeof serialPortSchema>;
