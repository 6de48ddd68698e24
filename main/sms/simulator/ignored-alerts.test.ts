import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PhoneMessage } from '../../../shared/model/phone.ts';
import { encodeAlertSms } from '../../codecs/alert-sms.ts';
import { emptyBytes } from '../../codecs/bytes.ts';
import { uiModes } from '../../codecs/san/index.ts';
import { openPhoneDesk, phoneNumber as number } from '../testing/phone-desk.ts';
import type { PhoneDesk } from '../testing/phone-desk.ts';
import { partsOf, provisioningParts } from '../testing/phone-configuration.ts';

let desk: PhoneDesk;

beforeEach(async () => {
  desk = await openPhoneDesk();
});
afterEach(() => desk.close());

describe('a virtual phone’s alerts', () => {
  async function alert(serverId: string, uri = 'card'): Promise<PhoneMessage> {
    const { segments } = encodeAlertSms(
      {
        version: '1.2',
        serverId,
        sessionId: 4711,
        uiMode: uiModes.background,
        syncs: [{ syncType: 206, contentType: 'text/x-vCard', uri }],
        password: '',
        nonce: emptyBytes,
      },
      { reference: 1 },
    );
    return await desk.send(partsOf(segments));
  }

  it('are nothing to an empty phone', async () => {
    await desk.fixture().sms.simulator.empty({ number });
    const message = await alert('sync.example.com');
    expect(message).toMatchObject({ kind: 'alert', ignored: 'empty' });
    expect((await desk.phone()).wokenAt).toBeNull();
    expect(desk.woken).toEqual([]);
    expect(desk.keys()).toContain('phone.ignored-empty');
    expect(desk.keys()).not.toContain('phone.woke');
    expect(desk.fixture().events).not.toContainEqual(expect.objectContaining({ woke: true }));
  });

  it('count when they are of the server in its settings, in exact letter case', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'none' }));
    await desk.save(id);
    expect(await alert('Sync.example.com')).toMatchObject({ ignored: 'server' });
    expect(desk.woken).toEqual([]);
    expect(desk.keys()).toContain('phone.ignored-server');
    expect(await alert('sync.example.com')).toMatchObject({ kind: 'alert', ignored: null });
    expect(desk.woken).toEqual(['device card']);
  });

  it('start nothing for a folder that its settings do not name', async () => {
    const { id } = await desk.send(provisioningParts({ security: 'none' }));
    await desk.save(id);
    const { syncs } = await alert('sync.example.com', 'Card');
    expect(syncs).toMatchObject([{ uri: 'Card', known: false }]);
    expect(desk.woken).toEqual([]);
  });

  it('stay ignored when the phone gets its settings afterwards', async () => {
    await desk.fixture().sms.simulator.empty({ number });
    const { id: ignored } = await alert('sync.example.com');
    const { id } = await desk.send(provisioningParts({ security: 'none' }));
    await desk.save(id);
    const { messages, wokenAt } = await desk.phone();
    expect(messages.find((message) => message.id === ignored)).toMatchObject({ ignored: 'empty' });
    expect(wokenAt).toBeNull();
    expect(await alert('sync.example.com')).toMatchObject({ kind: 'alert', ignored: null });
  });
});
