import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../shared/model/settings.ts';
import { adasPhone } from './testing/guide-fixture.ts';
import { deviceValues, installationValues } from './values-of.ts';
import type { InstallationFacts } from './values-of.ts';

const facts: InstallationFacts = {
  ...defaultSettings.provisioning,
  incomingMail: { host: 'mail.example.org', port: 993, security: 'tls' },
  serverUrl: 'http://192.0.2.7:8080/syncml',
  serverId: 'Pushdesk',
  mergeWindowMs: 5_000,
  certificatePath: '/certificate.crt',
};

describe('the values of an installation', () => {
  it('take the address apart for phones that ask for it so', () => {
    expect(installationValues(facts, 'en', null)).toMatchObject({
      url: 'http://192.0.2.7:8080/syncml',
      host: '192.0.2.7',
      port: '8080',
      path: '/syncml',
      profile: 'Pushdesk',
      incomingMail: 'mail.example.org, 993, TLS',
      outgoingMail: null,
      mergeSeconds: '5',
    });
  });

  it('know the port of an address that has the usual one', () => {
    const url = 'https://sync.example.org:443/syncml';
    expect(installationValues({ ...facts, serverUrl: url }, 'en', null)).toMatchObject({
      url,
      port: '443',
      certificateUrl: 'https://sync.example.org:443/certificate.crt',
    });
  });

  it('have the names that the client type gives its folders', () => {
    const values = installationValues(facts, 'pl', 'funambol');
    expect(values).toMatchObject({ clientType: 'Funambol', contacts: 'scard', calendar: 'scal' });
    expect(values.user).toBeUndefined();
  });
});

describe('the values of a device', () => {
  it('go before those of the installation', () => {
    expect(deviceValues(adasPhone, facts, 'en')).toMatchObject({
      url: 'https://sync.example.org:443/syncml',
      user: 'ada@example.org',
      profile: 'Analytical',
      organisation: 'Analytical Society',
      contacts: 'Contacts',
    });
  });
});
