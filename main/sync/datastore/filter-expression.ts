import { datastoreLimits } from './limits.ts';

/** How a property is compared. */
export type FilterOperator = 'EQ' | 'NE' | 'GT' | 'GE' | 'LT' | 'LE' | 'CON' | 'NCON';

/** One comparison of a filter. */
export interface FilterCondition {
  /** Upper case. */
  readonly property: string;
  readonly operator: FilterOperator;
  /** Letter case does not count (`iEQ`, `iCON` …). */
  readonly ignoresCase: boolean;
  readonly value: string;
}

/** A filter: it holds where all conditions of one of its lists do. */
export type FilterExpression = readonly (readonly FilterCondition[])[];

/** Why an expression is not taken: it is none, or it asks for what is not done here. */
export type FilterRefusal = 'malformed' | 'unsupported';

const operators: ReadonlySet<string> = new Set(['EQ', 'NE', 'GT', 'GE', 'LT', 'LE', 'CON', 'NCON']);
const condition = /^\s*([A-Za-z][\w.-]*)\s*&(i?)([A-Za-z]+);(.*)$/su;

/**
 * Reads an expression of type `syncml:filtertype-cgi` (OMA DS 1.2 protocol, "CGI filter grammar"):
 * `SUMMARY&iCON;tea&AND;DTSTART&GE;20240101T000000Z`. `&AND;` binds closer than `&OR;`.
 */
export function parseFilter(text: string): FilterExpression | FilterRefusal {
  const lists: FilterCondition[][] = [];
  let count = 0;
  for (const part of text.split(/&OR;/iu)) {
    const list: FilterCondition[] = [];
    for (const one of part.split(/&AND;/iu)) {
      count += 1;
      if (count > datastoreLimits.filterConditions) return 'unsupported';
      const match = condition.exec(one);
      if (match === null) return 'malformed';
      const [, property = '', caseMark = '', name = '', value = ''] = match;
      const operator = name.toUpperCase();
      if (!isOperator(operator)) return 'unsupported';
      list.push({
        property: property.toUpperCase(),
        operator,
        ignoresCase: caseMark !== '',
        value: value.trim(),
      });
    }
    lists.push(list);
  }
  return lists;
}

function isOperator(name: string): name is FilterOperator {
  return operators.has(name);
}
