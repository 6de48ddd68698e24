import { configureGlobal } from 'fast-check';

/**
 * Property tests draw new values at every run on a person's machine, where a counterexample is a gift.
 * In CI they draw the same ones each time, so that a run judges the change and not the dice.
 * `PUSHDESK_SEED` repeats a run of either kind.
 */
const wanted = process.env['PUSHDESK_SEED'] ?? (process.env['CI'] === 'true' ? '20260310' : '');
if (wanted !== '') configureGlobal({ seed: Number(wanted) });
