import { describe, expect, it } from 'vitest';
import { sampleAccount, sampleDevice } from '../../testing/samples.ts';
import { accountHasText, accountRows, isInGroup, readAccountFilter } from './account-state.ts';

describe('the state of an account', () => {
  const stateOf = (
    account: Parameters<typeof sampleAccount>[0],
    ...devices: Parameters<typeof sampleDevice>[0][]
  ) => accountRows([sampleAccount(account)], devices.map(sampleDevice))[0];

  it('is that of its worst part', () => {
    expect(stateOf({}, {})?.reason).toBe('ok');
    expect(stateOf({}, { state: 'failed' })?.reason).toBe('device-attention');
    expect(stateOf({ mailboxState: 'failed' }, { state: 'failed' })?.reason).toBe('mailbox-failed');
    expect(stateOf({ mailboxState: 'connecting' }, {})?.state).toBe('waiting');
    expect(stateOf({ deviceCount: 0 })?.reason).toBe('no-device');
  });

  it('leaves the devices of other accounts out', () => {
    expect(stateOf({}, { accountId: 'account-2', state: 'failed' })?.devices).toEqual([]);
  });

  it('decides the chip', () => {
    const [row] = accountRows([sampleAccount({ deviceCount: 0 })], []);
    expect(row && isInGroup(row, 'no-device')).toBe(true);
    expect(row && isInGroup(row, 'attention')).toBe(false);
  });
});

describe('the filter of the accounts', () => {
  it('finds by address and by name in any letter case', () => {
    expect(accountHasText(sampleAccount(), ' NOWAK ')).toBe(true);
    expect(accountHasText(sampleAccount(), 'Ada@')).toBe(true);
    expect(accountHasText(sampleAccount(), 'jan')).toBe(false);
  });

  it('takes no unknown group from the URL', () => {
    expect(readAccountFilter({ state: 'nonsense' })).toEqual({ group: undefined, text: '' });
  });
});
