import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeAlertSms } from '../codecs/alert-sms.ts';
import { fromHex } from '../codecs/bytes.ts';
import { wapPushPorts } from '../codecs/gsm-sms/index.ts';
import { syncTypes, uiModes } from '../codecs/san/index.ts';
import { encodePdu } from '../codecs/smpp/index.ts';
import { askTshark } from '../testing/peers/tshark.ts';
import type { TsharkFields } from '../testing/peers/tshark.ts';
import { hasProgram } from '../testing/programs.ts';
import { submitsOf } from './gateways/smpp/submits.ts';
import type { OutgoingMessage } from './outgoing.ts';
import { openSmscClient, pushMessage, smppRow, textMessage } from './testing/smsc-client.ts';
import type { SmscClient, SmscClientOptions } from './testing/smsc-client.ts';
import { smscPrograms, startDriveSmpp, startNetSmpp } from './testing/smsc-programs.ts';
import type { SmscProgram } from './testing/smsc-programs.ts';
import { waitFor } from './testing/wait-for.ts';

const { signal } = new AbortController();
let client: SmscClient | undefined;
let smsc: SmscProgram | undefined;

afterEach(async () => {
  client?.gateway.close();
  await smsc?.stop();
  client = undefined;
  smsc = undefined;
});

async function open(wanted: SmscClientOptions): Promise<SmscClient> {
  client = openSmscClient(wanted);
  await client.ready();
  return client;
}

/** Hands over so many messages at once and says what became of them. */
async function handOverMany(
  { gateway }: SmscClient,
  count: number,
): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  const results = await Promise.all(
    Array.from({ length: count }, (_, index) =>
      gateway.handOver({ ...pushMessage, id: `m${String(index)}` }, signal),
    ),
  );
  for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return outcomes;
}

const hasNetSmpp = hasProgram(smscPrograms.perl) && hasProgram(smscPrograms.netSmpp);

describe.skipIf(!hasNetSmpp)('Net::SMPP', () => {
  it.each(['transceiver', 'transmitter', 'separate'] as const)(
    'takes messages by a link as %s',
    async (bind) => {
      smsc = await startNetSmpp();
      const opened = await open({ port: smsc.port, options: { bind } });
      await waitFor(() => expect(opened.gateway.facts?.().bound).toBe(bind));
      expect(opened.gateway.facts?.().device).toBe('GSMSGW');
      expect(await handOverMany(opened, 200)).toEqual({ accepted: 200 });
      expect(await opened.gateway.check(signal)).toMatchObject({ ok: true });
    },
  );

  it('reads what it is given, and gives all messages the same id', async () => {
    smsc = await startNetSmpp();
    const { gateway } = await open({ port: smsc.port });
    const result = await gateway.handOver(textMessage('x'.repeat(400)), signal);
    const id = '123456789';
    expect(result).toMatchObject({ outcome: 'accepted', partIds: [id, id, id] });
    gateway.close();
    const { log } = smsc;
    // What it has read it prints when the link ends.
    await waitFor(() => expect(log().match(/Received #\d+ 4:submit_sm/gu)).toHaveLength(3));
    expect(log()).toContain('Remote sent unbind');
  });
});

describe.skipIf(!hasProgram(smscPrograms.driveSmpp))('the SMPP driver of Kannel', () => {
  it('takes messages by one link and sends SMS by the other', async () => {
    smsc = await startDriveSmpp(20);
    const opened = await open({ port: smsc.port, options: { bind: 'separate' } });
    await waitFor(() => expect(opened.gateway.facts?.().bound).toBe('separate'));
    const result = await opened.gateway.handOver(pushMessage, signal);
    expect(result).toEqual({ outcome: 'accepted', providerId: null, detail: 'ESME_ROK' });
    await waitFor(() => expect(opened.incoming).toHaveLength(20));
    expect(opened.incoming[0]?.part.data.length).toBeGreaterThan(0);
    expect(opened.isReady).toBe(true);
  });
});

describe.skipIf(!hasProgram('tshark') || !hasProgram('text2pcap'))('tshark', () => {
  const fields = [
    'smpp.command_id',
    'smpp.source_addr_ton',
    'smpp.source_addr',
    'smpp.dest_addr_ton',
    'smpp.dest_addr_npi',
    'smpp.destination_addr',
    'smpp.esm.submit.features',
    'smpp.regdel.receipt',
    'smpp.data_coding',
    'smpp.protocol_id',
    'smpp.sm_length',
    'smpp.message_payload',
    'gsm_sms.destination_port',
    'gsm_sms.originator_port',
    'gsm_sms.udh.mm.msg_part',
    'gsm_sms.udh.mm.msg_parts',
    'wsp.pdu_type',
    'wsp.header.x_wap_application_id',
    'gsm_sms.sms_text',
  ];
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pushdesk-smpp-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  function dissect(
    message: OutgoingMessage,
    wanted: Partial<SmscClientOptions> = {},
  ): Promise<TsharkFields[]> {
    const submits = submitsOf(message, smppRow({ port: 2775, ...wanted }));
    const packets = submits.map((submit, index) => ({
      kind: 'smpp' as const,
      bytes: encodePdu({ kind: 'submit-sm', sequence: index + 1, message: submit }),
    }));
    return askTshark(folder, packets, fields);
  }

  function alert(folders: number): OutgoingMessage {
    const { segments } = encodeAlertSms(
      {
        version: '1.2',
        serverId: 'Pushdesk',
        password: '',
        nonce: fromHex('00ff'),
        sessionId: 1,
        uiMode: uiModes.background,
        syncs: Array.from({ length: folders }, (_, index) => ({
          syncType: syncTypes.twoWay,
          contentType: 'text/x-vcard',
          uri: `folder-${String(index)}`,
        })),
      },
      { reference: 0x5a },
    );
    return { ...pushMessage, parts: segments };
  }

  it('finds the push for SyncML behind the header of a submit_sm', async () => {
    const [packet] = await dissect(alert(1), { row: { sender: 'Pushdesk' } });
    expect(packet).toMatchObject({
      'smpp.command_id': ['0x00000004'],
      'smpp.source_addr_ton': ['0x05'],
      'smpp.source_addr': ['Pushdesk'],
      'smpp.dest_addr_ton': ['0x01'],
      'smpp.dest_addr_npi': ['0x01'],
      'smpp.destination_addr': ['420601123456'],
      'smpp.data_coding': ['0xf5'],
      'gsm_sms.destination_port': [String(wapPushPorts.destination)],
      'gsm_sms.originator_port': [String(wapPushPorts.source)],
      'wsp.pdu_type': ['0x06'],
      'wsp.header.x_wap_application_id': ['x-wap-application:push.syncml'],
    });
  });

  it('finds the place of each part, and puts them together', async () => {
    const message = alert(15);
    const packets = await dissect(message);
    expect(packets).toHaveLength(message.parts.length);
    expect(packets.length).toBeGreaterThan(1);
    expect(packets.map((packet) => packet['gsm_sms.udh.mm.msg_part'])).toEqual(
      packets.map((_, index) => [String(index + 1)]),
    );
    expect(packets.at(-1)).toMatchObject({
      'wsp.header.x_wap_application_id': ['x-wap-application:push.syncml'],
    });
  });

  it('finds a long message whole in message_payload', async () => {
    const options = { longMessages: 'payload' } as const;
    const [packet, ...others] = await dissect(textMessage('x'.repeat(400)), { options });
    expect(others).toEqual([]);
    expect(packet).toMatchObject({ 'smpp.sm_length': ['0'] });
    expect(packet?.['smpp.message_payload']?.[0]).toBe('78'.repeat(400));
  });

  it('finds the pid, and that a report is asked for', async () => {
    const [packet] = await dissect({ ...pushMessage, pid: 0x41 });
    expect(packet).toMatchObject({ 'smpp.protocol_id': ['0x41'], 'smpp.regdel.receipt': ['0x01'] });
  });
});
