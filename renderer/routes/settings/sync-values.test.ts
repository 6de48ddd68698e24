import { expect, it } from 'vitest';
import { defaultSettings, settingsInputSchema } from '../../../shared/model/settings.ts';
import { readSync, writeSync } from './sync-values.ts';

it('shows times and sizes in units of people, and sends them as they were', () => {
  const shown = readSync(defaultSettings);
  expect(shown).toMatchObject({
    sessionTimeoutMs: 300,
    answerWindowMs: 10,
    maxMessageSize: 150,
    maxObjectSize: 10,
  });
  expect(writeSync(shown)).toEqual({ sync: defaultSettings.sync });
});

it('sends what was typed as numbers that are whole', () => {
  const typed = { ...readSync(defaultSettings), maxObjectSize: '0.5', holdDeletesItems: '7' };
  const input = writeSync(typed);
  expect(input.sync).toMatchObject({ maxObjectSize: 500_000, holdDeletesItems: 7 });
  expect(settingsInputSchema.safeParse(input).success).toBe(true);
});
