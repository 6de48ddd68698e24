import { expect, it } from 'vitest';
import { smsText } from '../testing/sms-text.ts';
import { linkSms } from './link-message.ts';

it('tells the SMS of a link without its token', () => {
  const token = 'T0ken-of_forty-three-characters-0123456789a';
  const url = `https://sync.example.org/setup/${token}`;
  const said = { url, organisation: 'Example', deviceName: 'Phone', expiresAt: 9, timeZone: 'UTC' };
  const row = linkSms(said, {
    id: 'message',
    traceId: 'trace',
    accountId: 'anna',
    deviceId: 'phone',
    number: '+48600100200',
    reference: 7,
    now: 1,
    expiresAt: 9,
  });
  expect(smsText([row])).toContain(url);
  const told = smsText([{ parts: row.shownParts ?? [] }]);
  expect(told).toContain(`https://sync.example.org/setup/${'*'.repeat(token.length)}`);
  expect(told).not.toContain(token);
});
