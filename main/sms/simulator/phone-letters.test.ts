import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../shared/model/incoming.ts';
import { openPhoneDesk, phoneNumber as number } from '../testing/phone-desk.ts';
import type { PhoneDesk } from '../testing/phone-desk.ts';

/* What a virtual phone writes to the office. */

let desk: PhoneDesk;

beforeEach(async () => {
  desk = await openPhoneDesk();
});
afterEach(() => desk.close());

function write(text: string, from = number) {
  return desk.fixture().sms.simulator.reply({ number: from, text });
}

async function received(): Promise<IncomingMessage[]> {
  return (await desk.fixture().sms.incoming.list(undefined)).messages;
}

async function simulator() {
  const [gateway] = (await desk.fixture().sms.gateways.list(undefined)).gateways;
  return gateway ?? expect.fail('no gateway');
}

it('comes in by the simulator, as from any phone', async () => {
  await write('On my way');
  const { id, name } = await simulator();
  const { fixture } = desk;
  expect(await received()).toMatchObject([
    {
      ...{ gatewayId: id, gatewayName: name, number, text: 'On my way', matched: 'none' },
      ...{ sentAt: fixture().clock.now(), read: false },
    },
  ]);
  expect(fixture().events).toContainEqual(expect.objectContaining({ kind: 'incoming' }));
});

it('is whole again when it was too long for one SMS, in either alphabet', async () => {
  const texts = ['The lift is stuck. '.repeat(20).trim(), 'Čekám před budovou. '.repeat(20).trim()];
  for (const text of texts) await write(text);
  expect((await received()).map(({ text }) => text).sort()).toEqual(texts.sort());
});

it('finds the account whose address stands in it', async () => {
  await write('Keys are at the desk #anna@example.org#');
  expect(await received()).toMatchObject([{ matched: 'address', accountId: 'account' }]);
});

it('answers the account that wrote to the phone', async () => {
  await desk.fixture().sms.messages.send({ number, text: 'Coming?', accountId: 'account' });
  await write('Yes');
  expect(await received()).toMatchObject([{ matched: 'reply', accountId: 'account' }]);
});

it('comes in after the simulator was given other settings', async () => {
  const { id } = await simulator();
  await desk.fixture().sms.gateways.update({ id, sender: 'Office' });
  await write('Still here');
  expect(await received()).toHaveLength(1);
});

it('has no way in while the simulator is off, nor when it is gone', async () => {
  const { gateways } = desk.fixture().sms;
  const { id } = await simulator();
  await gateways.setActive({ id, active: false });
  await expect(write('Hello')).rejects.toMatchObject({ code: 'NO_GATEWAY' });
  await gateways.setActive({ id, active: true });
  await gateways.remove({ id });
  await expect(write('Hello')).rejects.toMatchObject({ code: 'NO_GATEWAY' });
  expect(await received()).toEqual([]);
});

it('is refused when it is empty, or from a number that is no phone’s', async () => {
  await expect(write(' \n')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: [{ path: 'text', code: 'required' }],
  });
  await expect(write('Hello', '+48999')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await received()).toEqual([]);
});
