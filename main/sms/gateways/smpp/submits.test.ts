import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultGatewayOptions } from '../../../../shared/model/gateway.ts';
import { toHex } from '../../../codecs/bytes.ts';
import {
  alphabetOf,
  segmentBinary,
  septetsToText,
  wapPushPorts,
} from '../../../codecs/gsm-sms/index.ts';
import { parameterTags } from '../../../codecs/smpp/index.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import { pushMessage, smppRow, textMessage } from '../../testing/smsc-client.ts';
import { destinationAddress, numberOf, sourceAddress } from './addresses.ts';
import { readCoding } from './coding.ts';
import { submitsOf } from './submits.ts';

const row = smppRow({ port: 2775 });

describe('addresses', () => {
  it.each([
    ['+420601123456', { ton: 1, npi: 1, text: '420601123456' }],
    ['601123456', { ton: 0, npi: 1, text: '601123456' }],
    ['12345', { ton: 0, npi: 0, text: '12345' }],
    ['Pushdesk', { ton: 5, npi: 0, text: 'Pushdesk' }],
    ['', { ton: 0, npi: 0, text: '' }],
  ])('finds the type of %j by its looks', (text, address) => {
    expect(sourceAddress(text, defaultGatewayOptions)).toEqual(address);
  });

  it('takes types and plans from the settings where they are set', () => {
    const options = { ...defaultGatewayOptions, sourceTon: 3, destinationNpi: 0 };
    expect(sourceAddress('12345', options)).toEqual({ ton: 3, npi: 0, text: '12345' });
    expect(destinationAddress('+420601123456', options)).toMatchObject({ ton: 1, npi: 0 });
  });

  it('reads back what it writes', () => {
    for (const text of ['+420601123456', '601123456', '12345', 'Pushdesk']) {
      expect(numberOf(destinationAddress(text, defaultGatewayOptions))).toBe(text);
    }
  });
});

describe('a submit_sm', () => {
  it('carries a push byte for byte, with its header marked and its coding kept', () => {
    const [submit, ...others] = submitsOf({ ...pushMessage, pid: 0x7f }, row);
    expect(others).toEqual([]);
    expect(submit).toMatchObject({
      esmClass: 0x40,
      dataCoding: 0xf5,
      protocolId: 0x7f,
      registeredDelivery: 1,
      source: { ton: 0, npi: 0, text: '12345' },
      parameters: [],
    });
    expect(toHex(submit?.shortMessage ?? new Uint8Array())).toBe('0605040b8423f0010603ceaf8500');
  });

  it('names the sender of the message before that of the gateway', () => {
    const [submit] = submitsOf({ ...pushMessage, sender: '+4915112345678' }, row);
    expect(submit?.source).toEqual({ ton: 1, npi: 1, text: '4915112345678' });
  });

  it('asks for no report where none is wanted', () => {
    const [submit] = submitsOf(pushMessage, smppRow({ port: 1, options: { reports: false } }));
    expect(submit?.registeredDelivery).toBe(0);
  });

  it.each([
    [0x00, 0x00],
    [0x10, 0x10],
    [0xf0, 0xf0],
    [0x04, 0x04],
    [0x14, 0x14],
    [0xf5, 0xf5],
    [0x08, 0x08],
    [0x18, 0x18],
  ])('has for the data coding %i of a phone %i', (dcs, dataCoding) => {
    const alphabet = alphabetOf(dcs);
    expect(submitsOf({ ...pushMessage, dcs, alphabet }, row)[0]?.dataCoding).toBe(dataCoding);
  });

  it('has texts in the default alphabet as septets, one an octet', () => {
    const [submit] = submitsOf(textMessage('Grüße @ 5€'), row);
    expect(submit?.dataCoding).toBe(0);
    expect(toHex(submit?.shortMessage ?? new Uint8Array())).toBe(
      '47727e1e652000 20351b65'.replaceAll(' ', ''),
    );
  });

  it('has them in Latin-1 where the centre wants that', () => {
    const latin = smppRow({ port: 1, options: { textEncoding: 'latin1' } });
    const [submit] = submitsOf(textMessage('Grüße @'), latin);
    expect(submit?.dataCoding).toBe(0);
    expect(Buffer.from(submit?.shortMessage ?? []).toString('latin1')).toBe('Grüße @');
  });

  it('leaves texts in a national table as they are', () => {
    const latin = smppRow({ port: 1, options: { textEncoding: 'latin1' } });
    const parts = [{ udh: Uint8Array.of(3, 0x24, 1, 1), data: Uint8Array.of(0x1b, 0x47) }];
    const [submit] = submitsOf(textMessage('', { parts }), latin);
    expect(submit).toMatchObject({ dataCoding: 0, esmClass: 0x40 });
    expect(toHex(submit?.shortMessage ?? new Uint8Array())).toBe('032401011b47');
  });

  it('has in UCS-2 what no Latin-1 has, or a question mark where that is too long', () => {
    const latin = smppRow({ port: 1, options: { textEncoding: 'latin1' } });
    const [wide] = submitsOf(textMessage('5 €'), latin);
    expect(wide).toMatchObject({ dataCoding: 8 });
    expect(toHex(wide?.shortMessage ?? new Uint8Array())).toBe('0035002020ac');
    const [long] = submitsOf(textMessage(`${'a'.repeat(100)}€`), latin);
    expect(long).toMatchObject({ dataCoding: 0 });
    expect(Buffer.from(long?.shortMessage ?? []).toString('latin1')).toBe(`${'a'.repeat(100)}?`);
  });
});

describe('a long message', () => {
  const payload = Uint8Array.from({ length: 600 }, (_, index) => index & 0xff);
  const long: OutgoingMessage = {
    ...pushMessage,
    parts: segmentBinary(payload, { reference: 7, ports: wapPushPorts }),
  };

  it('goes part by part, each with its own header', () => {
    const submits = submitsOf(long, row);
    expect(submits).toHaveLength(long.parts.length);
    for (const [index, submit] of submits.entries()) {
      const part = long.parts[index];
      expect(submit.esmClass).toBe(0x40);
      expect(toHex(submit.shortMessage)).toBe(
        toHex(part?.udh ?? new Uint8Array()) + toHex(part?.data ?? new Uint8Array()),
      );
    }
  });

  it('goes in one piece as message_payload where the centre cuts it, ports and all', () => {
    const submits = submitsOf(long, smppRow({ port: 1, options: { longMessages: 'payload' } }));
    expect(submits).toHaveLength(1);
    expect(submits[0]).toMatchObject({ esmClass: 0x40, shortMessage: new Uint8Array() });
    const [parameter] = submits[0]?.parameters ?? [];
    expect(parameter?.tag).toBe(parameterTags.messagePayload);
    expect(toHex(parameter?.value ?? new Uint8Array())).toBe(`0605040b84c002${toHex(payload)}`);
  });

  it('needs no header in one piece when it is a text', () => {
    const text = 'x'.repeat(400);
    const options = { longMessages: 'payload' } as const;
    const [submit] = submitsOf(textMessage(text), smppRow({ port: 1, options }));
    expect(submit?.esmClass).toBe(0);
    expect(septetsToText(submit?.parameters[0]?.value ?? new Uint8Array())).toBe(text);
  });
});

describe('the coding of an incoming SMS', () => {
  const septets = (octets: Uint8Array): string => septetsToText(octets);

  it.each([
    ['septets', 0, '0f2001', { dcs: 0 }, 'å £'],
    ['Latin-1 that calls itself the default', 0, 'e5', { dcs: 0 }, 'å'],
    ['ASCII', 1, '40', { dcs: 0 }, '@'],
    ['Latin-1', 3, 'fc40', { dcs: 0 }, 'ü@'],
  ])('turns %s into septets', (_name, dataCoding, hex, expected, text) => {
    const read = readCoding(dataCoding, Buffer.from(hex, 'hex'), 'gsm7');
    expect(read).toMatchObject(expected);
    expect(septets(read.data)).toBe(text);
  });

  it.each([
    ['Latin-1 with other characters', 3, 'ea', 8, '00ea'],
    ['Cyrillic', 6, 'bfe0', 8, '041f0440'],
    ['Hebrew', 7, 'e0', 8, '05d0'],
    ['UCS-2', 8, '041f', 8, '041f'],
    ['octets', 2, '00ff', 4, '00ff'],
    ['octets of GSM', 4, '00ff', 4, '00ff'],
    ['what a phone is to keep', 0xf5, '00ff', 0xf5, '00ff'],
    ['what nobody knows', 0x0d, '00ff', 4, '00ff'],
  ])('reads %s', (_name, dataCoding, hex, dcs, data) => {
    const read = readCoding(dataCoding, Buffer.from(hex, 'hex'), 'gsm7');
    expect({ dcs: read.dcs, data: toHex(read.data) }).toEqual({ dcs, data });
  });

  it('reads every octet under every coding', () => {
    fc.assert(
      fc.property(
        fc.nat(0xff),
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('gsm7' as const, 'latin1' as const),
        (dataCoding, octets, encoding) => {
          const { dcs, data } = readCoding(dataCoding, octets, encoding);
          expect(dcs).toBeLessThan(0x100);
          expect(data.length).toBeLessThanOrEqual(octets.length * 2);
        },
      ),
    );
  });
});
