import type { ReportState } from '../../../shared/model/message.ts';
import type { SafePattern } from '../gateways/safe-pattern.ts';
import type { ReportFields } from './report-fields.ts';

/** Patterns of an admin's own; each decides alone what it is about. */
export interface ReportPatterns {
  readonly delivered: SafePattern | undefined;
  readonly undelivered: SafePattern | undefined;
}

/** What a report says. */
export interface JudgedReport {
  readonly state: ReportState;
  /** Why, in the provider's words. */
  readonly detail: string;
}

const longestDetail = 200;

/** Where providers put the state, the surest first. */
const stateNames = [
  'messagestatus',
  'smsstatus',
  'dlvrstatus',
  'dlrstatus',
  'deliverystatus',
  'groupname',
  'status',
  'state',
  'stat',
  'eventtype',
  'event',
  'dlr',
  '',
] as const;
const reasonNames: ReadonlySet<string> = new Set([
  'err',
  'errcode',
  'errorcode',
  'errortext',
  'errormessage',
  'error',
  'reason',
  'description',
  'answer',
]);

/** Kannel's `%d` (user guide, "Delivery reports"); to each state the one that it makes known. */
const kannelStates: ReadonlyMap<string, ReportState> = new Map([
  ['1', 'delivered'],
  ['2', 'failed'],
  ['4', 'enroute'],
  ['8', 'accepted'],
  ['16', 'failed'],
]);

/** In this order: "undelivered" has "delivered" in it, and "delivered to gateway" is not the phone. */
const words: readonly (readonly [RegExp, ReportState])[] = [
  [/expired/iu, 'expired'],
  [
    /undeliv|(?:not|non|un)[\s_-]*deliver|delivery[\s_-]*(?:fail|error)|fail|rejec?t|deleted|blocked|invalid|cancel/iu,
    'failed',
  ],
  [
    /delivered[\s_-]*(?:to|at)[\s_-]*(?:the[\s_-]*)?(?:gateway|operator|network|smsc|upstream)/iu,
    'enroute',
  ],
  [/delivr?d|delivered|delivery[\s_-]*success/iu, 'delivered'],
  [/en[\s_-]*route|buffered|pending|sending|sent|dispatched|retry|transit/iu, 'enroute'],
  [/acce?pt|acked|queued|submitted|scheduled|unknown|ESME_ROK/iu, 'accepted'],
];

/**
 * Says what a provider reports; undefined when it cannot be told. What matches a pattern of the
 * admin's is what the pattern says; without any, the words and codes of known providers count.
 */
export function judgeReport(
  { fields, text }: ReportFields,
  { delivered, undelivered }: ReportPatterns,
): JudgedReport | undefined {
  const told = stateNames
    .flatMap((name) => fields.filter((field) => field[0] === name))
    .map(([, value]) => value);
  const reasons = fields.filter(([name, value]) => reasonNames.has(name) && value !== '0');
  const detail = detailOf([...told.slice(0, 1), ...reasons.map(([, value]) => value)]);
  if (delivered?.match(text) !== undefined) return { state: 'delivered', detail };
  if (undelivered?.match(text) !== undefined) return { state: 'failed', detail };

  const isNumbered = delivered === undefined && undelivered === undefined;
  let state: ReportState | undefined;
  for (const value of told) state ??= stateOf(value, isNumbered);
  state ??= stateOfReceipt(fields);
  if (state === undefined) return undefined;
  const isOverruled =
    (state === 'delivered' && delivered !== undefined) ||
    (state === 'failed' && undelivered !== undefined);
  return { state: isOverruled ? 'enroute' : state, detail };
}

/**
 * What a report that cannot be told says of the state, for people: the words where states are looked
 * for, or else the names of its fields. What the message said is in neither.
 */
export function unknownWords({ fields }: ReportFields): string {
  const named: ReadonlySet<string> = new Set(stateNames.filter((name) => name !== ''));
  const told = fields.filter(([name]) => named.has(name)).map(([, value]) => value);
  return detailOf(told) || detailOf(fields.map(([name]) => name)) || '–';
}

function stateOf(value: string, isNumbered: boolean): ReportState | undefined {
  const bare = value.trim();
  if (/^\d+$/u.test(bare)) return isNumbered ? kannelStates.get(bare) : undefined;
  // `id:… stat:DELIVRD err:000`, as service centres write it (SMPP 3.4, appendix B).
  const receipt = /\bstat:\s*(\w+)/iu.exec(bare)?.[1];
  return words.find(([pattern]) => pattern.test(receipt ?? bare))?.[1];
}

/** A receipt within whatever field holds it. */
function stateOfReceipt(fields: ReportFields['fields']): ReportState | undefined {
  const receipt = fields.find(([, value]) => /\bstat:\s*\w/iu.test(value));
  return receipt && stateOf(receipt[1], false);
}

function detailOf(texts: readonly string[]): string {
  return [...new Set(texts)]
    .map((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .filter((text) => text !== '')
    .join(', ')
    .slice(0, longestDetail);
}
