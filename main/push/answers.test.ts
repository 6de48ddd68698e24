import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertRow, DeviceRow } from '../store/types.ts';
import type { AnsweredAlerts, AnsweringSession } from './answers.ts';
import { ada, openOffice } from './testing/office.ts';
import type { Office } from './testing/office.ts';

const MINUTE = 60_000;
let office: Office;
let phone: DeviceRow;
let tablet: DeviceRow;

beforeEach(async () => {
  office = await openOffice();
  phone = await office.addDevice({ mergeWindowMs: 0 });
  tablet = await office.addDevice({ mergeWindowMs: 0 });
});
afterEach(() => office.close());

/** A change that only one of the devices is alerted of, and whose SMS leaves. */
async function alert(device: DeviceRow, isSent = true): Promise<void> {
  await office.report('contacts', { origin: device === phone ? tablet.id : phone.id });
  if (isSent) await office.sendAll();
}

async function session(
  device: DeviceRow,
  given: Partial<AnsweringSession> = {},
): Promise<AnsweredAlerts> {
  const answered = await office.store.transaction((tx) =>
    office.push().answers.answer(tx, {
      accountId: ada.id,
      deviceId: device.id,
      wireId: '4711',
      last: null,
      at: office.clock.now(),
      windowMs: 10 * MINUTE,
      ...given,
    }),
  );
  answered.settled();
  return answered;
}

const of = (device: DeviceRow, alerts: readonly AlertRow[]): AlertRow[] =>
  alerts.filter(({ deviceId }) => deviceId === device.id);

describe('a session that begins after an alert', () => {
  it('answers the one whose session id it names, however old it is', async () => {
    await alert(phone);
    await office.clock.advance(60 * MINUTE);
    const { alert: answered, isExact } = await session(phone, { wireId: '1' });
    expect(isExact).toBe(true);
    expect(answered).toMatchObject({ state: 'answered', answeredAt: office.clock.now() });
    expect(of(phone, await office.alerts())).toEqual([answered]);
    expect(office.lines.map(({ key }) => key)).toContain('alert.answered');
  });

  it.each(['b', 'B', '000b', '11'])('reads the session id as %s', async (wireId) => {
    for (let count = 0; count < 11; count += 1) await alert(phone);
    expect((await session(phone, { wireId })).alert?.sessionId).toBe(11);
  });

  it('tells 16 from 10 by what is still to be answered', async () => {
    for (let count = 0; count < 16; count += 1) await alert(phone);
    expect((await session(phone, { wireId: '10' })).alert?.sessionId).toBe(10);
    expect((await session(phone, { wireId: '10' })).alert?.sessionId).toBe(16);
  });

  it('answers the newest within the window by another id', async () => {
    await alert(phone);
    await alert(phone);
    await office.clock.advance(9 * MINUTE);
    const { alert: answered, isExact } = await session(phone);
    expect([answered?.sessionId, isExact]).toEqual([2, false]);
  });

  it('answers none outside of the window by another id', async () => {
    await alert(phone);
    await office.clock.advance(11 * MINUTE);
    expect((await session(phone)).alert).toBeUndefined();
    expect(of(phone, await office.alerts()).map(({ state }) => state)).toEqual(['sent']);
  });

  it('answers the older ones that were sent along with it, and no other device’s', async () => {
    await alert(phone);
    await alert(tablet);
    await office.clock.advance(60 * MINUTE);
    await alert(phone);
    await session(phone, { wireId: '2' });
    const alerts = await office.alerts();
    expect(of(phone, alerts).map(({ state }) => state)).toEqual(['answered', 'answered']);
    expect(of(tablet, alerts).map(({ state }) => state)).toEqual(['sent']);
  });

  it('cannot answer an alert that has not left yet', async () => {
    await alert(phone, false);
    expect((await session(phone, { wireId: '1' })).alert).toBeUndefined();
  });

  it('may be faster than the gateway that was given the SMS', async () => {
    await alert(phone, false);
    const [message] = await office.messages();
    if (message === undefined) throw new Error('no SMS');
    await office.store.messages.update({ ...message, state: 'sending' });
    const { alert: answered } = await session(phone, { wireId: '1' });
    expect(answered).toMatchObject({ state: 'answered', sentAt: office.clock.now() });
    await office.clock.advance(1_000);
    await office.store.transaction((tx) => office.push().outcomes.delivered(tx, message));
    const [after] = await office.alerts();
    expect(after).toMatchObject({ state: 'answered', deliveredAt: office.clock.now() });
  });

  it('answers an alert once', async () => {
    await alert(phone);
    await session(phone, { wireId: '1' });
    expect((await session(phone, { wireId: '1' })).alert).toBeUndefined();
  });
});

describe('a session of a client without a device', () => {
  async function named(wireId: string): Promise<string[]> {
    const session = { accountId: ada.id, wireId, at: office.clock.now(), windowMs: 10 * MINUTE };
    const found = await office.store.transaction((tx) => office.push().answers.named(tx, session));
    return [...found];
  }

  it('names the devices whose alert has its id and is young', async () => {
    await alert(phone);
    expect([await named('1'), await named('2')]).toEqual([[phone.id], []]);
    await alert(tablet);
    expect((await named('1')).sort()).toEqual([phone.id, tablet.id].sort());
    await office.clock.advance(11 * MINUTE);
    expect(await named('1')).toEqual([]);
  });

  it('names none whose alert was answered', async () => {
    await alert(phone);
    await session(phone, { wireId: '1' });
    expect(await named('1')).toEqual([]);
  });
});

describe('numbers that are mixed up', () => {
  it('show when a device names the alert of another', async () => {
    await alert(phone);
    await alert(phone);
    const { otherDeviceId, alert: answered } = await session(tablet, { wireId: '2' });
    expect([otherDeviceId, answered]).toEqual([phone.id, undefined]);
    expect(of(phone, await office.alerts()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('are not seen where both were sent an alert of that id', async () => {
    await alert(phone);
    await alert(tablet);
    expect((await session(tablet, { wireId: '1' })).otherDeviceId).toBeUndefined();
    expect((await session(tablet, { wireId: '1' })).otherDeviceId).toBeUndefined();
  });

  it('are not seen where a client goes on counting its own sessions', async () => {
    let last: AnsweringSession['last'] = null;
    // Its number meets that of an open alert once.
    for (const wireId of ['8', '9', '10', '11']) {
      const { otherDeviceId } = await session(tablet, { wireId, last });
      expect(otherDeviceId).toBeUndefined();
      last = { wireId, at: office.clock.now() };
      await office.clock.advance(MINUTE);
    }
    for (let count = 0; count < 12; count += 1) await alert(phone);
    expect((await session(tablet, { wireId: '12', last })).otherDeviceId).toBeUndefined();
    last = { wireId: '12', at: office.clock.now() };
    await office.clock.advance(MINUTE);
    await session(phone, { wireId: '12' });
    expect((await session(tablet, { wireId: '13', last })).otherDeviceId).toBeUndefined();
  });

  it('are not seen where the alert that its last session seemed to name had been answered', async () => {
    await alert(phone);
    await session(phone, { wireId: '1' });
    await office.clock.advance(MINUTE);
    const last = { wireId: '1', at: office.clock.now() };
    await office.clock.advance(MINUTE);
    await alert(phone);
    expect((await session(tablet, { wireId: '2', last })).otherDeviceId).toBeUndefined();
  });

  it.each([10, 16])(
    'show at the second answer at the latest where ids follow on its own from %i',
    async (ahead) => {
      const hex = (id: number): string => id.toString(16).toUpperCase();
      for (let count = 0; count < ahead; count += 1) await alert(phone);
      await office.clock.advance(60 * MINUTE);
      let last: AnsweringSession['last'] = { wireId: hex(ahead), at: office.clock.now() };
      const seen: (string | undefined)[] = [];
      for (let id = ahead + 1; id <= ahead + 3; id += 1) {
        await office.clock.advance(MINUTE);
        await alert(phone);
        await alert(tablet);
        const { otherDeviceId } = await session(tablet, { wireId: hex(id), last });
        last = { wireId: hex(id), at: office.clock.now() };
        seen.push(otherDeviceId);
      }
      expect(seen).toEqual([undefined, phone.id, phone.id]);
    },
  );

  it('show in both hands, since neither ends what was sent to its own number', async () => {
    for (let count = 0; count < 3; count += 1) await alert(phone);
    await session(phone, { wireId: '3' });
    await office.clock.advance(60 * MINUTE);
    await alert(phone);
    await alert(tablet);
    const first = await session(tablet, { wireId: '4' });
    expect([first.otherDeviceId, first.alert]).toEqual([phone.id, undefined]);
    const second = await session(phone, { wireId: '1' });
    expect([second.otherDeviceId, second.alert]).toEqual([tablet.id, undefined]);
    const open = (await office.alerts()).filter(({ state }) => state === 'sent');
    expect(open.map(({ deviceId }) => deviceId).sort()).toEqual([phone.id, tablet.id].sort());
  });

  it('are not seen long after the alert, nor when it was answered', async () => {
    await alert(phone);
    await session(phone, { wireId: '1' });
    expect((await session(tablet, { wireId: '1' })).otherDeviceId).toBeUndefined();
    await alert(phone);
    await office.clock.advance(11 * MINUTE);
    expect((await session(tablet, { wireId: '2' })).otherDeviceId).toBeUndefined();
  });

  it('are not seen between accounts', async () => {
    await alert(phone);
    const bob = await office.addDevice({ accountId: 'bob' });
    const { otherDeviceId } = await session(bob, { wireId: '1', accountId: 'bob' });
    expect(otherDeviceId).toBeUndefined();
  });
});
