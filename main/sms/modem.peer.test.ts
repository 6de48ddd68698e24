import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeAtPdu } from '../codecs/gsm-sms/index.ts';
import { fromHex } from '../codecs/bytes.ts';
import { systemClock } from '../platform/clock.ts';
import { hasProgram } from '../testing/programs.ts';
import { askTshark } from '../testing/peers/tshark.ts';
import type { Gateway } from './gateways/gateway.ts';
import { openModemGateway } from './gateways/modem/modem-gateway.ts';
import { openSerialPort } from './gateways/modem/serial-port-link.ts';
import {
  createTestPins,
  listenTo,
  modemRow,
  outgoingText,
  quietLog,
} from './testing/modem-fixture.ts';
import type { ModemTold } from './testing/modem-fixture.ts';
import { startModemPty } from './testing/modem-pty.ts';
import type { ModemPty } from './testing/modem-pty.ts';
import { ModemSimulator } from './testing/modem-simulator.ts';
import type { ModemOptions } from './testing/modem-simulator.ts';
import { smsdProgram, startSmsd } from './testing/smsd.ts';
import { waitFor } from './testing/wait-for.ts';

const run = promisify(execFile);
const number = '+48601234567';

describe.skipIf(!hasProgram('socat'))('a modem behind a serial port', () => {
  let modem: ModemSimulator;
  let pty: ModemPty;
  let gateway: Gateway | undefined;

  async function start(options: Omit<ModemOptions, 'clock'> = {}): Promise<void> {
    modem = new ModemSimulator({ clock: systemClock, latencyMs: 50, reportMs: 100, ...options });
    pty = await startModemPty(modem);
  }

  function openGateway(pin?: string): ModemTold {
    const { told, events } = listenTo();
    gateway = openModemGateway({
      ...{ clock: systemClock, log: quietLog(told), pins: createTestPins(), pin, events },
      ...{ openSerial: openSerialPort, row: modemRow({ path: pty.path }) },
    });
    return told;
  }

  const ready = (told: ModemTold): Promise<void> =>
    waitFor(() => expect(told.readiness.at(-1)).toEqual({ ready: true }));

  beforeEach(() => {
    gateway = undefined;
  });

  afterEach(async () => {
    gateway?.close();
    await pty.stop();
  });

  it.skipIf(!hasProgram('gammu'))('is one to Gammu, which sends by it', async () => {
    await start();
    const file = join(pty.folder, 'gammurc');
    await writeFile(
      file,
      `[gammu]\ndevice = ${pty.path}\nconnection = at115200\nsynchronizetime = no\n`,
    );
    const { stdout } = await run('gammu', ['-c', file, 'identify']);
    expect(stdout).toMatch(/IMEI\s*: 490154203237518/u);
    await run('gammu', ['-c', file, 'sendsms', 'TEXT', number, '-text', 'Hello {Anna}']);
    expect(modem.rejected).toEqual([]);
    expect(modem.sent).toMatchObject([{ number, dcs: 0 }]);
  });

  it.skipIf(!hasProgram(smsdProgram))('is one to smsd, which sends by it', async () => {
    await start();
    const smsd = await startSmsd(pty.folder, pty.path);
    try {
      await smsd.send(number, 'Hello {Anna}');
      await waitFor(() => expect(modem.sent).toMatchObject([{ number, dcs: 0 }]));
      expect(modem.rejected).toEqual([]);
    } finally {
      await smsd.stop();
    }
  });

  it('sends, reports and receives for the gateway', async () => {
    await start({ pin: '1234', chunk: 3 });
    const told = openGateway('1234');
    await ready(told);
    const { signal } = new AbortController();
    const text = 'Dobrý den, žluťoučký kůň. '.repeat(4);
    const results = [
      await gateway?.handOver(outgoingText(number, 'Hello {Anna}'), signal),
      await gateway?.handOver(outgoingText(number, text), signal),
    ];
    expect(results).toMatchObject([
      { outcome: 'accepted', providerId: '1' },
      { outcome: 'accepted', partIds: ['2', '3'] },
    ]);
    modem.deliver('+48500100200', 'Answer');
    await waitFor(() => {
      expect(told.reports).toHaveLength(3);
      expect(told.incoming).toMatchObject([{ number: '+48500100200' }]);
    });
    expect(await gateway?.check(signal)).toMatchObject({ ok: true });
    expect(modem.rejected).toEqual([]);
  });

  it('comes and goes, and leaves a message uncertain that was under way', async () => {
    await start({ latencyMs: 5_000 });
    const told = openGateway();
    await ready(told);
    const { signal } = new AbortController();
    const sending = gateway?.handOver(outgoingText(number, 'Hello'), signal);
    await waitFor(() => expect(modem.commands.at(-1)).toMatch(/^AT\+CMGS=/u));
    await new Promise((resolve) => setImmediate(resolve));
    await pty.unplug();
    expect((await sending)?.outcome).toMatch(/^un(?:certain|reachable)$/u);
    await waitFor(() =>
      expect(told.readiness.at(-1)).toMatchObject({ ready: false, reason: 'no-port' }),
    );
    await pty.plug();
    await ready(told);
    expect(told.lines.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['modem.unplugged', 'modem.back']),
    );
    expect(await gateway?.handOver(outgoingText(number, 'Hello'), signal)).toMatchObject({
      outcome: 'accepted',
    });
  });

  it('is said to be in use while another program has it', async () => {
    await start();
    const other = await openSerialPort(pty.path, 115_200, {
      data: () => undefined,
      lost: () => undefined,
    });
    const told = openGateway();
    await waitFor(() =>
      expect(told.readiness.at(-1)).toMatchObject({ ready: false, reason: 'port-busy' }),
    );
    await other.close();
    await ready(told);
  });

  it.skipIf(!hasProgram('tshark'))('gets PDUs that tshark reads', async () => {
    await start();
    const told = openGateway();
    await ready(told);
    const { signal } = new AbortController();
    const text = 'Příliš žluťoučký kůň';
    await gateway?.handOver(outgoingText(number, 'Hello {Anna}'), signal);
    await gateway?.handOver(outgoingText(number, text), signal);
    const packets = modem.sent.map(({ pdu }) => ({
      kind: 'from-phone' as const,
      bytes: decodeAtPdu(fromHex(pdu)).tpdu,
    }));
    const read = await askTshark(pty.folder, packets, ['gsm_sms.tp-da', 'gsm_sms.sms_text']);
    expect(read).toMatchObject([
      { 'gsm_sms.tp-da': ['48601234567'], 'gsm_sms.sms_text': ['Hello {Anna}'] },
      { 'gsm_sms.tp-da': ['48601234567'], 'gsm_sms.sms_text': [text] },
    ]);
  });
});
