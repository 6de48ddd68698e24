import type { SyncFilter } from '../../codecs/syncml/message/model.ts';
import { contentTypeOf } from '../../groupware/content/index.ts';
import type { Item } from '../../groupware/content/index.ts';
import { parseFilter } from './filter-expression.ts';
import type { FilterCondition, FilterExpression } from './filter-expression.ts';
import {
  compactTime,
  filterProperties,
  isWithin,
  readFilterTime,
  timeProperties,
  valuesOf,
} from './filter-values.ts';
import { datastoreLimits } from './limits.ts';
import type { UriParts } from './uri-options.ts';

const DAY_MS = 86_400_000;

/** Which items a client wants to have. */
export interface ItemFilter {
  /** True: the client is to have these and no others. False: others are simply not sent. */
  readonly isInclusive: boolean;
  accepts(item: Item, modifiedAt: number): boolean;
}

/** A filter, none, or the status that refuses it (OMA DS protocol 1.2 §5.13). */
export type FilterAnswer =
  | { readonly ok: true; readonly filter: ItemFilter | undefined }
  | { readonly ok: false; readonly status: 406 | 415 | 422 };

type Test = (item: Item, modifiedAt: number) => boolean;

/** Reads what a client asks for behind its target URI and in the Filter of its Target. */
export function readFilter(
  uri: UriParts,
  filter: SyncFilter | undefined,
  now: number,
): FilterAnswer {
  const tests: Test[] = [];
  for (const { name, argument } of uri.options) {
    const test = testOfOption(name, argument, now);
    if (test === undefined) return { ok: false, status: 406 };
    tests.push(test);
  }
  if (uri.expression !== undefined) {
    const test = testOfText(uri.expression);
    if (typeof test === 'string') return { ok: false, status: 406 };
    tests.push(test);
  }
  const answer = testOfElement(filter);
  if (typeof answer === 'number') return { ok: false, status: answer };
  if (answer !== undefined) tests.push(answer);
  if (tests.length === 0) return { ok: true, filter: undefined };
  return {
    ok: true,
    filter: {
      // What stands in a URI has no word for it, and nobody expects a deletion of it.
      isInclusive: answer !== undefined && filter?.filterType !== 'EXCLUSIVE',
      accepts: (item, modifiedAt) => tests.every((test) => test(item, modifiedAt)),
    },
  };
}

function testOfElement(filter: SyncFilter | undefined): Test | 406 | 415 | 422 | undefined {
  if (filter === undefined) return undefined;
  const { metaType, filterType, record, field } = filter;
  if (metaType !== undefined && contentTypeOf(metaType) === undefined) return 415;
  if (filterType !== 'INCLUSIVE' && filterType !== 'EXCLUSIVE') return 406;
  // Sending a part of each item would make the client delete the rest with its next Replace.
  if (field !== undefined) return 406;
  if (record === undefined) return undefined;
  const type = record.metaType?.trim().toLowerCase();
  if (type !== undefined && type !== 'syncml:filtertype-cgi') return 415;
  if (record.data.trim() === '') return undefined;
  const test = testOfText(record.data);
  if (typeof test !== 'string') return test;
  return test === 'malformed' ? 422 : 406;
}

/** Synthesis' `/dr(-30,30)` (days from now) and `/fi(expression)`. */
function testOfOption(name: string, argument: string, now: number): Test | undefined {
  if (name === 'fi') {
    const test = testOfText(argument);
    return typeof test === 'string' ? undefined : test;
  }
  if (name !== 'dr') return undefined;
  const match = /^([+-]?\d{1,6})\s*,\s*([+-]?\d{1,6})$/u.exec(argument);
  if (match === null) return undefined;
  const [from, to] = [Number(match[1]), Number(match[2])];
  if (Math.max(Math.abs(from), Math.abs(to)) > datastoreLimits.filterDays) return undefined;
  const since = now + from * DAY_MS;
  const before = now + to * DAY_MS;
  return (item, modifiedAt) => isWithin(item, since, before, modifiedAt);
}

function testOfText(text: string): Test | 'malformed' | 'unsupported' {
  const expression = parseFilter(text);
  if (typeof expression === 'string') return expression;
  const refusal = refusalOf(expression);
  if (refusal !== undefined) return refusal;
  const lists = expression.map(testOfList);
  return (item, modifiedAt) => lists.some((test) => test(item, modifiedAt));
}

function refusalOf(expression: FilterExpression): 'malformed' | 'unsupported' | undefined {
  for (const { property, operator, value } of expression.flat()) {
    if (isLimit(property)) {
      if (operator !== 'EQ') return 'unsupported';
      if (readFilterTime(value) === undefined) return 'malformed';
    } else if (!filterProperties.has(property)) return 'unsupported';
  }
  return undefined;
}

function isLimit(property: string): property is 'SINCE' | 'BEFORE' {
  return property === 'SINCE' || property === 'BEFORE';
}

function testOfList(list: readonly FilterCondition[]): Test {
  let since = -Infinity;
  let before = Infinity;
  const others: FilterCondition[] = [];
  for (const condition of list) {
    const at = isLimit(condition.property) ? readFilterTime(condition.value) : undefined;
    if (at === undefined) others.push(condition);
    else if (condition.property === 'SINCE') since = Math.max(since, at);
    else before = Math.min(before, at);
  }
  const isRange = since > -Infinity || before < Infinity;
  return (item, modifiedAt) =>
    (!isRange || isWithin(item, since, before, modifiedAt)) &&
    others.every((condition) => holds(condition, item));
}

function holds(condition: FilterCondition, item: Item): boolean {
  const shape = (text: string): string => {
    const shaped = timeProperties.has(condition.property) ? compactTime(text) : text;
    return condition.ignoresCase ? shaped.toLowerCase() : shaped;
  };
  const wanted = shape(condition.value);
  const values = valuesOf(item, condition.property).map(shape);
  switch (condition.operator) {
    case 'EQ':
      return wanted === '' ? values.length === 0 : values.includes(wanted);
    case 'NE':
      return wanted === '' ? values.length > 0 : !values.includes(wanted);
    case 'CON':
      return values.some((value) => value.includes(wanted));
    case 'NCON':
      return !values.some((value) => value.includes(wanted));
    case 'GT':
      return values.some((value) => value > wanted);
    case 'GE':
      return values.some((value) => value >= wanted);
    case 'LT':
      return values.some((value) => value < wanted);
    case 'LE':
      return values.some((value) => value <= wanted);
  }
}
