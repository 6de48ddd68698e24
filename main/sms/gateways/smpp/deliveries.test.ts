import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toHex } from '../../../codecs/bytes.ts';
import { septetsToText } from '../../../codecs/gsm-sms/index.ts';
import { openSmscClient, pushMessage } from '../../testing/smsc-client.ts';
import type { SmscClient, SmscClientOptions } from '../../testing/smsc-client.ts';
import type { ReceiptWish } from '../../testing/smsc-receipts.ts';
import { startSmsc } from '../../testing/smsc-simulator.ts';
import type { SmscSimulator } from '../../testing/smsc-simulator.ts';
import { waitFor } from '../../testing/wait-for.ts';

const temporary = 0x64;
const { signal } = new AbortController();

describe('what a service centre delivers', () => {
  let smsc: SmscSimulator;
  let client: SmscClient;

  beforeEach(async () => {
    smsc = await startSmsc();
    client = await open();
  });

  afterEach(async () => {
    client.gateway.close();
    await smsc.close();
  });

  async function open(wanted: Partial<SmscClientOptions> = {}): Promise<SmscClient> {
    const opened = openSmscClient({ port: smsc.port, ...wanted });
    await opened.ready();
    return opened;
  }

  describe('as a receipt', () => {
    it.each(['text', 'parameters', 'both', 'terse', 'payload'] as const)(
      'is read in the dialect %s',
      async (dialect) => {
        expect(await smsc.report({ id: '0A1B2C', dialect })).toBe(0);
        expect(client.reports).toEqual([{ providerId: '0A1B2C', state: 'delivered', detail: '' }]);
        expect(client.incoming).toEqual([]);
      },
    );

    it.each([
      ['ENROUTE', 'enroute', ''],
      ['ACCEPTD', 'accepted', ''],
      ['DELIVRD', 'delivered', ''],
      ['EXPIRED', 'expired', 'expired'],
      ['DELETED', 'failed', 'deleted'],
      ['UNDELIV', 'failed', 'undeliverable'],
      ['REJECTD', 'failed', 'rejected'],
      ['UNKNOWN', 'failed', 'unknown'],
    ])('means by %s that the message is %s', async (state, expected, detail) => {
      await smsc.report({ id: '1', state });
      expect(client.reports).toEqual([{ providerId: '1', state: expected, detail }]);
    });

    it('tells the error of the network', async () => {
      await smsc.report({ id: '1', state: 'UNDELIV', error: '034', dialect: 'text' });
      expect(client.reports[0]?.detail).toBe('undeliverable, error 034');
    });

    it('may be of a message that is still on its way', async () => {
      await smsc.report({ id: '1', state: 'ENROUTE', isIntermediate: true });
      expect(client.reports).toMatchObject([{ state: 'enroute' }]);
    });

    it('may come twice, and after a later one', async () => {
      const wishes: ReceiptWish[] = [{ id: '1' }, { id: '1' }, { id: '1', state: 'ENROUTE' }];
      for (const wish of wishes) expect(await smsc.report(wish)).toBe(0);
      expect(client.reports).toHaveLength(3);
    });

    it('follows each message that asks for one', async () => {
      smsc.behaviour.receiptAfterMs = 5;
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          client.gateway.handOver({ ...pushMessage, id: `m${String(index)}` }, signal),
        ),
      );
      await waitFor(() => expect(client.reports).toHaveLength(20));
      const ids = results.map((one) => (one.outcome === 'accepted' ? one.providerId : ''));
      expect(client.reports.map(({ providerId }) => providerId).sort()).toEqual(ids.sort());
      await waitFor(() => expect(smsc.answers).toEqual(Array(20).fill(0)));
    });

    it('is no SMS where it does not say of what message', async () => {
      const fields = { esm_class: 0x04, short_message: Buffer.from('delivered') };
      expect(await smsc.send('deliver_sm', fields)).toBe(0);
      expect(client.reports).toEqual([]);
      expect(client.incoming).toEqual([]);
    });

    it('is answered only when it is stored', async () => {
      let stored = (): void => undefined;
      client.storing = () => new Promise((resolve) => (stored = resolve));
      const answering = smsc.report({ id: '1' });
      expect(await smsc.send('enquire_link')).toBe(0);
      expect(smsc.answers).toEqual([0]);
      stored();
      expect(await answering).toBe(0);
      expect(client.reports).toHaveLength(1);
    });

    it('is to be sent again when it cannot be stored', async () => {
      client.storing = () => Promise.reject(new Error('disk full'));
      expect(await smsc.report({ id: '1' })).toBe(temporary);
      client.storing = () => Promise.resolve();
      expect(await smsc.report({ id: '1' })).toBe(0);
    });
  });

  describe('as an SMS of a phone', () => {
    const phone = { source_addr: '420601123456', source_addr_ton: 1, source_addr_npi: 1 };

    it('has number, coding and text', async () => {
      const fields = { ...phone, data_coding: 0, short_message: Buffer.from('Yes, all of it') };
      expect(await smsc.send('deliver_sm', fields)).toBe(0);
      const [part] = client.incoming;
      expect(part).toMatchObject({ number: '+420601123456', dcs: 0, sentAt: null });
      expect(septetsToText(part?.part.data ?? new Uint8Array())).toBe('Yes, all of it');
      expect(part?.part.udh).toHaveLength(0);
    });

    it('keeps its header apart', async () => {
      const octets = Buffer.from('0500032a0201' + '00480069', 'hex');
      const fields = { ...phone, esm_class: 0x40, data_coding: 8, short_message: octets };
      await smsc.send('deliver_sm', fields);
      const [part] = client.incoming;
      expect(part?.dcs).toBe(8);
      expect(toHex(part?.part.udh ?? new Uint8Array())).toBe('0500032a0201');
      expect(toHex(part?.part.data ?? new Uint8Array())).toBe('00480069');
    });

    it('may stand in message_payload', async () => {
      const fields = {
        ...phone,
        data_coding: 8,
        short_message: Buffer.alloc(0),
        message_payload: Buffer.alloc(600, '0041', 'hex'),
      };
      await smsc.send('deliver_sm', fields);
      expect(client.incoming[0]?.part.data).toHaveLength(600);
    });

    it('may come by data_sm', async () => {
      const fields = { ...phone, data_coding: 4, message_payload: Buffer.from('00ff', 'hex') };
      expect(await smsc.send('data_sm', fields)).toBe(0);
      const [part] = client.incoming;
      expect(part).toMatchObject({ number: '+420601123456', dcs: 4 });
      expect(toHex(part?.part.data ?? new Uint8Array())).toBe('00ff');
    });

    it('has its place among others in its header, also where parameters tell it', async () => {
      await smsc.send('deliver_sm', {
        ...phone,
        short_message: Buffer.from('two'),
        sar_msg_ref_num: 0x1234,
        sar_total_segments: 3,
        sar_segment_seqnum: 2,
      });
      const udh = client.incoming[0]?.part.udh ?? new Uint8Array();
      expect(toHex(udh)).toBe('060804' + '1234' + '0302');
    });

    it('is let be where its header is broken', async () => {
      const fields = { ...phone, esm_class: 0x40, short_message: Buffer.from('ff41', 'hex') };
      expect(await smsc.send('deliver_sm', fields)).toBe(0);
      expect(client.incoming[0]?.part.udh).toHaveLength(0);
    });

    it('may come from a name or a short code', async () => {
      await smsc.send('deliver_sm', {
        source_addr: 'Bank',
        source_addr_ton: 5,
        short_message: Buffer.from('Hi'),
      });
      await smsc.send('deliver_sm', { source_addr: '900', short_message: Buffer.from('Hi') });
      expect(client.incoming.map(({ number }) => number)).toEqual(['Bank', '900']);
    });

    it('is read as Latin-1 where the centre writes that', async () => {
      client.gateway.close();
      client = await open({ options: { textEncoding: 'latin1' } });
      await smsc.send('deliver_sm', { ...phone, short_message: Buffer.from('@ é', 'latin1') });
      expect(septetsToText(client.incoming[0]?.part.data ?? new Uint8Array())).toBe('@ é');
    });

    it('is to be sent again when it cannot be stored', async () => {
      client.storing = () => Promise.reject(new Error('disk full'));
      const fields = { ...phone, short_message: Buffer.from('Hi') };
      expect(await smsc.send('deliver_sm', fields)).toBe(temporary);
      expect(client.incoming).toEqual([]);
    });
  });
});
