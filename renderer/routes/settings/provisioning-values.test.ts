import { expect, it } from 'vitest';
import { defaultSettings, settingsInputSchema } from '../../../shared/model/settings.ts';
import { missingServers, readProvisioning, writeProvisioning } from './provisioning-values.ts';

it('shows how phones are set up, and sends it as it was', () => {
  const shown = readProvisioning(defaultSettings);
  expect(writeProvisioning(shown)).toEqual({ provisioning: defaultSettings.provisioning });
  expect(settingsInputSchema.safeParse(writeProvisioning(shown)).success).toBe(true);
});

it('sends a server for mail only where it is switched on', () => {
  const shown = readProvisioning(defaultSettings);
  const typed = {
    ...shown,
    pinDigits: '6',
    hasIncomingMail: true,
    incomingMail: { ...shown.incomingMail, host: 'imap.example.org', port: '143' },
    outgoingMail: { ...shown.outgoingMail, host: 'left.example.org' },
  };
  expect(writeProvisioning(typed).provisioning).toMatchObject({
    pinDigits: 6,
    incomingMail: { protocol: 'imap', host: 'imap.example.org', port: 143, security: 'tls' },
    outgoingMail: null,
  });
});

it('asks for the host of a server that is switched on', () => {
  const shown = readProvisioning(defaultSettings);
  expect(missingServers(shown)).toEqual([]);
  expect(missingServers({ ...shown, hasIncomingMail: true, hasOutgoingMail: true })).toEqual([
    'incomingMail.host',
    'outgoingMail.host',
  ]);
});
