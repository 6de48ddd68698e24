import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualImsi } from '../../../shared/model/phone.ts';
import { segmentText } from '../../codecs/gsm-sms/index.ts';
import { encodeProvisioningDocument, userPinMac } from '../../codecs/oma-cp/index.ts';
import type { MessageRow } from '../../store/types.ts';
import { openPhoneDesk, phoneNumber as number } from '../testing/phone-desk.ts';
import type { PhoneDesk } from '../testing/phone-desk.ts';
import { partsOf, provisioningParts, syncApplication } from '../testing/phone-configuration.ts';

/* What becomes of a message with settings that a stranger sends to a phone of the simulator. */

const secrets = { pin: '1234', imsi: virtualImsi(number) };

let desk: PhoneDesk;

beforeEach(async () => {
  desk = await openPhoneDesk();
});
afterEach(() => desk.close());

const example = [
  { group: 'sync', name: 'profile', value: 'Example Sync' },
  { group: 'sync', name: 'server', value: 'sync.example.com' },
  { group: 'sync', name: 'url', value: 'http://sync.example.com:80/syncml' },
  { group: 'sync', name: 'user', value: 'alice' },
  { group: 'folders', name: 'contacts', value: 'card' },
  { group: 'folders', name: 'calendar', value: 'cal' },
];

describe('a configuration on a virtual phone', () => {
  it('stays shut until its PIN is typed in, and says nothing before', async () => {
    const message = await desk.send(provisioningParts({ security: 'userpin', ...secrets }));
    expect(message).toMatchObject({ kind: 'configuration', serverId: null, error: null });
    expect(message.configuration).toEqual({
      state: 'locked',
      asksPin: true,
      triesLeft: 3,
      fields: [],
      problem: null,
    });
    expect(await desk.open(message.id)).toMatchObject({ state: 'locked', triesLeft: 3 });
    const opened = await desk.open(message.id, ' 1234 ');
    expect(opened).toMatchObject({ state: 'open', fields: example, problem: null });
    expect((await desk.phone()).messages[0]?.configuration).toEqual(opened);
    expect(desk.keys()).toEqual(
      expect.arrayContaining(['phone.settings-arrived', 'phone.settings-opened']),
    );
  });

  it('is thrown away after three wrong PINs, to the last octet', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'userpin', ...secrets }));
    expect(await desk.open(id, '1235')).toMatchObject({
      state: 'locked',
      triesLeft: 2,
      fields: [],
    });
    expect(await desk.open(id, '')).toMatchObject({ triesLeft: 2 });
    expect(await desk.open(id, 'abcd')).toMatchObject({ state: 'locked', triesLeft: 1 });
    const gone = { state: 'discarded', triesLeft: 0, fields: [] };
    expect(await desk.open(id, '0000')).toMatchObject(gone);
    expect(await desk.open(id, '1234')).toMatchObject(gone);
    await expect(desk.save(id)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await desk.phone()).messages[0]).toMatchObject({ kind: 'configuration', parts: [] });
    expect(desk.keys().filter((key) => key === 'phone.wrong-pin')).toHaveLength(2);
    expect(desk.keys()).toContain('phone.settings-thrown-away');
    expect(JSON.stringify(desk.fixture().lines)).not.toContain('1234"');
  });

  it('counts tries that come at the same time', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'userpin', ...secrets }));
    const tries = ['1', '2', '3', '1234', '5'].map((pin) => desk.open(id, pin));
    expect((await Promise.all(tries)).map(({ state }) => state)).toEqual([
      'locked',
      'locked',
      'discarded',
      'discarded',
      'discarded',
    ]);
  });

  it('keeps its tries over a restart', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'userpin', ...secrets }));
    await desk.open(id, '9');
    await desk.open(id, '9');
    await desk.restart();
    expect(await desk.open(id, '9')).toMatchObject({ state: 'discarded' });
  });

  it('opens by itself where it is signed for the SIM in the phone', async () => {
    const message = await desk.send(provisioningParts({ security: 'netwpin', ...secrets }));
    expect(message.configuration).toMatchObject({ state: 'open', asksPin: false, fields: example });
  });

  it('is not for this phone when it is signed for another SIM', async () => {
    const parts = provisioningParts({ security: 'netwpin', imsi: '262011234567890' });
    const message = await desk.send(parts);
    const configuration = { state: 'discarded', problem: 'sim', fields: [] };
    expect(message).toMatchObject({ configuration, parts: [] });
    await expect(desk.save(message.id)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(desk.keys()).toContain('phone.settings-of-other-sim');
  });

  it('may want both the SIM and the PIN', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'usernetwpin', ...secrets }));
    expect(await desk.open(id, '1235')).toMatchObject({ state: 'locked', triesLeft: 2 });
    expect(await desk.open(id, '1234')).toMatchObject({ state: 'open' });
    const other = { pin: '1234', imsi: '262011234567890' };
    const foreign = await desk.send(provisioningParts({ security: 'usernetwpin', ...other }));
    expect(await desk.open(foreign.id, '1234')).toMatchObject({ state: 'locked', triesLeft: 2 });
  });

  it('may be opened by the long number that is dialled', async () => {
    const document = { characteristics: [syncApplication()] };
    const long = userPinMac('4321', encodeProvisioningDocument(document));
    const { id } = await desk.send(provisioningParts({ security: 'userpinmac' }, document));
    expect(await desk.open(id, '4321')).toMatchObject({
      state: 'locked',
      asksPin: true,
      triesLeft: 2,
    });
    expect(await desk.open(id, long)).toMatchObject({ state: 'open', fields: example });
  });

  it('opens at once when nobody has signed it', async () => {
    const { configuration } = await desk.send(provisioningParts({ security: 'none' }));
    expect(configuration).toMatchObject({ state: 'open', asksPin: false, fields: example });
  });

  it('becomes the phone’s settings when it is saved, and only then', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'userpin', ...secrets }));
    await expect(desk.save(id)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(desk.profiles.size).toBe(0);
    await desk.open(id, '1234');
    expect(await desk.save(id)).toEqual({
      source: 'received',
      name: 'Example Sync',
      serverId: 'sync.example.com',
      url: 'http://sync.example.com:80/syncml',
      user: 'alice',
      hasPassword: false,
      databases: [
        { dataType: 'contacts', name: 'card' },
        { dataType: 'calendar', name: 'cal' },
      ],
    });
    expect((await desk.phone()).messages[0]?.configuration).toMatchObject({ state: 'saved' });
    expect(desk.keys()).toContain('phone.settings-saved');
    const discarding = desk.fixture().sms.simulator.discardConfiguration({ number, messageId: id });
    await expect(discarding).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('can be put away unread', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'userpin', ...secrets }));
    await desk.fixture().sms.simulator.discardConfiguration({ number, messageId: id });
    expect(await desk.open(id, '1234')).toMatchObject({ state: 'discarded', fields: [] });
    expect(desk.keys()).toContain('phone.settings-put-away');
  });

  it('belongs to the number that it was sent to', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'none' }));
    const input = { number: '+420601999999', messageId: id };
    const { simulator } = desk.fixture().sms;
    for (const call of [simulator.openConfiguration, simulator.saveConfiguration])
      await expect(call(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const text = segmentText('Hello', { reference: 1 });
    const message = await desk.send(partsOf(text.segments), text.dataCoding);
    await expect(desk.open(message.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a configuration that has suffered on its way', () => {
  const parts = (): MessageRow['parts'] => provisioningParts({ security: 'userpin', ...secrets });

  it('is put together from parts in any order', async () => {
    const { id, kind } = await desk.send(parts().toReversed());
    expect(kind).toBe('configuration');
    expect(await desk.open(id, '1234')).toMatchObject({ state: 'open', fields: example });
  });

  it('is whole though a part came twice', async () => {
    const [first, ...rest] = parts();
    if (first === undefined) throw new Error('no part');
    const { id } = await desk.send([first, first, ...rest]);
    expect(await desk.open(id, '1234')).toMatchObject({ state: 'open' });
    expect(desk.keys()).toContain('phone.doubled-parts');
  });

  it.each<[string, (whole: MessageRow['parts']) => MessageRow['parts']]>([
    ['without its last part', (whole) => whole.slice(0, -1)],
    ['with a part in place of another', ([first, , third]) => [first, first, third].flatMap(some)],
    [
      'with the end of a part cut off',
      (whole) => whole.map((part, index) => (index === 1 ? cut(part) : part)),
    ],
    ['with a part of another message', (whole) => [...whole.slice(0, -1), otherPart()]],
  ])('cannot be read %s, and breaks nothing', async (_name, spoil) => {
    const message = await desk.send(spoil(parts()));
    expect(['undecodable', 'configuration']).toContain(message.kind);
    if (message.kind === 'configuration') {
      // Cut inside of a value it may still be a document: its MAC tells.
      expect(await desk.open(message.id, '1234')).toMatchObject({ state: 'locked', triesLeft: 2 });
    } else {
      expect(message.error).not.toBeNull();
      expect(desk.keys()).toContain('phone.undecodable');
    }
    expect(desk.fixture().outcomes.at(-1)).toMatch(/^(sent|delivered)/u);
    const { id } = await desk.send(parts());
    expect(await desk.open(id, '1234')).toMatchObject({ state: 'open' });
  });

  function some<Value>(value: Value | undefined): Value[] {
    return value === undefined ? [] : [value];
  }

  function cut({ udh, data }: MessageRow['parts'][number]): MessageRow['parts'][number] {
    return { udh, data: data.slice(0, 40) };
  }

  function otherPart(): MessageRow['parts'][number] {
    const [first] = provisioningParts({ security: 'none' });
    if (first === undefined) throw new Error('no part');
    return { ...first, udh: first.udh.replace('000309', '00030a') };
  }

  it('is nothing to the phone when it is of an unknown kind', async () => {
    const [only] = provisioningParts({ security: 'none' }, { characteristics: [] });
    if (only === undefined) throw new Error('no part');
    const message = await desk.send([{ ...only, data: only.data.replace('010601b6', '010601b9') }]);
    expect(message.kind).toBe('undecodable');
    expect(desk.keys()).toContain('phone.undecodable');
  });
});

describe('an emptied virtual phone', () => {
  it('has no message any more', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'userpin', ...secrets }));
    await desk.open(id, '9');
    expect(await desk.fixture().sms.simulator.empty({ number })).toMatchObject({ source: 'empty' });
    expect(await desk.phone()).toMatchObject({ messages: [], received: 0 });
    expect((await desk.store.phoneProfiles.configurations()).size).toBe(0);
    await expect(desk.open(id, '1234')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
