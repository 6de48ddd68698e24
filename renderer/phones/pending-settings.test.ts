import { describe, expect, it } from 'vitest';
import type { Phone, PhoneConfiguration, PhoneMessage } from '../../shared/model/phone.ts';
import { sampleProfile } from '../testing/samples.ts';
import { pendingSettings, refusalOf } from './pending-settings.ts';

const alert: PhoneMessage = {
  id: 'alert',
  at: 1,
  traceId: null,
  kind: 'alert',
  version: '1.2',
  serverId: 'Pushdesk',
  sessionId: 1,
  uiMode: null,
  digestOk: null,
  syncs: [],
  text: null,
  ignored: null,
  configuration: null,
  error: null,
  parts: [],
};

function settings(id: string, given: Partial<PhoneConfiguration> = {}): PhoneMessage {
  const configuration = { state: 'locked', asksPin: true, triesLeft: 3, fields: [] } as const;
  return {
    ...alert,
    id,
    kind: 'configuration',
    configuration: { ...configuration, fields: [], problem: null, ...given },
  };
}

function phone(...messages: PhoneMessage[]): Phone {
  return {
    number: '+1',
    deviceId: 'device',
    deviceName: 'Phone',
    accountAddress: '',
    clientType: 'nokia',
    wokenAt: null,
    received: messages.length,
    profile: sampleProfile,
    sync: { state: 'never', at: null, received: 0, sent: 0, problem: null },
    itemCounts: {},
    messages,
  };
}

describe('the settings that wait on a phone', () => {
  it('are the newest, while nobody has saved or put them away', () => {
    expect(pendingSettings(phone(alert, settings('new'), settings('old')))?.id).toBe('new');
    expect(pendingSettings(phone(settings('new', { state: 'open' })))?.id).toBe('new');
    for (const state of ['saved', 'discarded'] as const)
      expect(pendingSettings(phone(settings('new', { state }), settings('old')))).toBeUndefined();
    expect(pendingSettings(phone(alert))).toBeUndefined();
  });
});

describe('what a phone says of a message that it did nothing with', () => {
  it.each<[string, PhoneMessage, string | null]>([
    ['an alert that it follows', alert, null],
    ['one that came too early', { ...alert, ignored: 'empty' }, 'empty'],
    ['one of another server', { ...alert, ignored: 'server' }, 'server'],
    [
      'parts that do not fit',
      { ...alert, kind: 'undecodable', error: 'udh: inconsistent at octet 0' },
      'incomplete',
    ],
    [
      'something of an unknown kind',
      { ...alert, kind: 'undecodable', error: 'wsp: unsupported at octet 3' },
      'undecodable',
    ],
    ['settings that wait', settings('s'), null],
    ['settings that its owner put away', settings('s', { state: 'discarded' }), null],
    ['three wrong PINs', settings('s', { state: 'discarded', triesLeft: 0 }), 'pin'],
    ['another SIM', settings('s', { state: 'discarded', asksPin: false, problem: 'sim' }), 'sim'],
  ])('%s', (_name, message, refusal) => {
    expect(refusalOf(message)).toBe(refusal);
  });
});
