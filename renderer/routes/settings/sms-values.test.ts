import { expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { readSms, writeSms } from './sms-values.ts';

it('shows no price as an empty field, and sends it back as none', () => {
  const shown = readSms(defaultSettings);
  expect(shown.partPrice).toBe('');
  expect(writeSms(shown).sms).toMatchObject({ partPrice: null, messageHours: 24 });
});

it('sends a price that was typed as a number', () => {
  const typed = { ...readSms(defaultSettings), partPrice: '0.04', currency: 'PLN' };
  expect(writeSms(typed).sms).toMatchObject({ partPrice: 0.04, currency: 'PLN' });
});

it('leaves settings alone that are changed elsewhere', () => {
  const sent = writeSms(readSms(defaultSettings)).sms;
  expect(sent).not.toHaveProperty('queuePaused');
  expect(sent).not.toHaveProperty('apiEnabled');
});
