import type { Budget, BudgetInput, BudgetScope } from '../../../../shared/model/sms-account.ts';

/** The limits, from the shortest time to the longest. */
export const budgetLimits = ['perMinute', 'perDay', 'perMonth'] as const;

/** What stands in the fields of a budget; a number that is being typed is a text, empty is no limit. */
export interface BudgetValues {
  /** Account or device; empty while none is chosen. */
  readonly id: string;
  readonly perMinute: number | string;
  readonly perDay: number | string;
  readonly perMonth: number | string;
}

/** The fields as a budget has them; empty for a new one. */
export function budgetToForm(budget: Budget | null): BudgetValues {
  return {
    id: budget?.id ?? '',
    perMinute: budget?.perMinute ?? '',
    perDay: budget?.perDay ?? '',
    perMonth: budget?.perMonth ?? '',
  };
}

function limitOf(typed: number | string): number | null {
  const text = String(typed).trim();
  return text === '' ? null : Number(text);
}

/** What is sent. `isForAll`: the rule for all that have none of their own. */
export function formToBudget(
  scope: BudgetScope,
  values: BudgetValues,
  isForAll: boolean,
): BudgetInput {
  return {
    scope,
    id: isForAll ? null : values.id,
    perMinute: limitOf(values.perMinute),
    perDay: limitOf(values.perDay),
    perMonth: limitOf(values.perMonth),
  };
}

/** Whether a budget sets any limit at all. */
export function hasLimit(values: BudgetValues): boolean {
  return budgetLimits.some((name) => limitOf(values[name]) !== null);
}
