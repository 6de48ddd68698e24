import type { Facts } from '../facts.ts';
import { troubleLimits } from '../limits.ts';

/** Milliseconds that a phone is given to answer before its silence means something. */
export function answerWindow({ settings }: Pick<Facts, 'settings'>): number {
  return Math.max(settings.sync.answerWindowMs, troubleLimits.answerMs);
}
