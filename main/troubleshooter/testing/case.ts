import type { troubleFindings } from '../../../shared/i18n/en/trouble-findings.ts';
import type { TroubleStep, TroubleStepId } from '../../../shared/model/troubleshooter.ts';
import type { Facts } from '../facts.ts';

/** What the walk finds at a link, given these facts. */
export type Case = readonly [
  step: TroubleStepId,
  key: keyof typeof troubleFindings,
  facts: Facts,
  expected?: Partial<TroubleStep> | undefined,
];

/** The button that is expected. */
export function act(
  kind: string,
  id: string | null = null,
  value: string | null = null,
): Partial<TroubleStep> {
  return { action: { kind, id, value } as TroubleStep['action'] };
}
