import { describe, expect, it } from 'vitest';
import { createModemFixture, outgoingText } from '../../testing/modem-fixture.ts';

const number = '+420601123456';

describe('a modem that works', () => {
  it('is set up for PDUs, and tells what it is and where', async () => {
    const { modem, gateway, state } = await createModemFixture();
    expect(state()).toBe('ready');
    expect(modem.commands).toEqual(
      expect.arrayContaining(['ATE0', 'AT+CMEE=1', 'AT+CPIN?', 'AT+CMGF=0', 'AT+CSMS=1']),
    );
    expect(modem.store.cnmi).toEqual([2, 1, 0, 1, 0]);
    expect(gateway.facts?.()).toMatchObject({
      signalDbm: -73,
      operator: 'Testnet, PL',
      registration: 'home',
      device: 'SIMCOM_Ltd SIMCOM_SIM900',
      smsc: '+48601000310',
    });
  });

  it('sends, and gives the reference as the id', async () => {
    const { modem, send } = await createModemFixture({ latencyMs: 3_000 });
    expect(await send(number)).toEqual({
      ...{ outcome: 'accepted', providerId: '1', partIds: ['1'], detail: '+CMGS: 1' },
    });
    expect(modem.sent).toMatchObject([{ number, dcs: 0, wantsReport: true }]);
    expect(modem.rejected).toEqual([]);
  });

  it('sends each part of a long message and gives an id for each', async () => {
    const { modem, send } = await createModemFixture();
    const result = await send(number, 'žluťoučký kůň '.repeat(12));
    expect(result).toMatchObject({ outcome: 'accepted', partIds: ['1', '2', '3'] });
    expect(modem.sent.map(({ udh }) => udh)).toEqual([
      ...['050003070301', '050003070302', '050003070303'],
    ]);
  });

  it('does not mind answers in pieces, echo and notices in between', async () => {
    const { modem, send, told } = await createModemFixture({ chunk: 1, reportMs: 0 });
    modem.store.echo = true;
    modem.say('RING');
    modem.say('^RSSI:18');
    const results = [await send(number), await send(number)];
    expect(results.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted']);
    expect(told.reports).toHaveLength(2);
  });

  it('asks for no reports where they are switched off', async () => {
    const { modem, send } = await createModemFixture({ options: { reports: false } });
    await send(number);
    expect(modem.sent[0]?.wantsReport).toBe(false);
    expect(modem.store.cnmi[3]).toBe(0);
  });

  it('takes the service centre and the commands that the admin set', async () => {
    const { modem, state } = await createModemFixture({
      options: { smsc: '+48 601 000 999', initCommands: 'AT+CMMS=1\n\nAT+CSQ\n' },
    });
    expect(modem.store.serviceCentre).toBe('+48601000999');
    expect(modem.commands).toContain('AT+CMMS=1');
    expect(state()).toBe('ready');
  });

  it('says which command of the admin was refused', async () => {
    const { told } = await createModemFixture({ options: { initCommands: 'AT+NONSENSE' } });
    expect(told.readiness.at(-1)).toMatchObject({
      reason: 'refused',
      detail: 'AT+NONSENSE: +CME ERROR: 100, unknown error',
    });
  });

  it('is busy with messages more than 98 % of the time', async () => {
    const { gateway, modem, clock } = await createModemFixture({ latencyMs: 3_000, reportMs: 500 });
    const startedAt = clock.now();
    const { signal } = new AbortController();
    const results = Array.from({ length: 100 }, () =>
      gateway.handOver(outgoingText(number, 'Hi'), signal),
    );
    await clock.advance(320_000);
    expect((await Promise.all(results)).every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const took = (modem.sent.at(-1)?.at ?? 0) - startedAt;
    expect(300_000 / took).toBeGreaterThan(0.98);
  });

  it('tells a changed signal when it is idle', async () => {
    const { modem, clock, gateway, told } = await createModemFixture();
    const before = told.factsChanged;
    modem.store.strength = 9;
    await clock.advance(31_000);
    expect(gateway.facts?.().signalDbm).toBe(-95);
    expect(told.factsChanged).toBe(before + 1);
  });

  it('lets the network try for as long as the message has', async () => {
    const { gateway, modem, clock } = await createModemFixture();
    // 24 hours are 167, a week 173 (GSM 03.40 §9.2.3.12.1).
    for (const [hours, octet] of [
      [0, '00'],
      [24, 'A7'],
      [1_000, 'AD'],
    ] as const) {
      const message = { ...outgoingText(number, 'Hi'), expiresAt: clock.now() + hours * 3_600_000 };
      expect(gateway.describe(message)).toMatch(
        new RegExp(`\\n0031000C91.{12}0000${octet}02`, 'u'),
      );
      const sent = gateway.handOver(message, new AbortController().signal);
      await clock.advance(10_000);
      expect(await sent).toMatchObject({ outcome: 'accepted' });
    }
    expect(modem.sent).toHaveLength(3);
  });

  it('describes a message by its command, its PDU and its fields', async () => {
    const { gateway } = await createModemFixture();
    const message = outgoingText(number, 'Hi');
    expect(gateway.describe(message)).toMatch(/^AT\+CMGS=15\n0021000C91.*\nto \+420601123456, /u);
    expect(gateway.describe({ ...message, hasSecrets: true })).not.toContain('0021000C91');
  });
});

describe('a check', () => {
  it('tells each step that worked', async () => {
    const { gateway, clock } = await createModemFixture();
    const check = gateway.check(new AbortController().signal);
    await clock.advance(1_000);
    expect(await check).toEqual({
      ok: true,
      reason: 'ok',
      detail:
        '/dev/ttyUSB0 is open; SIMCOM_Ltd SIMCOM_SIM900 answers; the SIM is ready; service centre +48601000310; registration: home, Testnet, PL; signal -73 dBm',
    });
  });

  it('tells at once that the port is there again, or still is not', async () => {
    const { gateway, clock, line } = await createModemFixture();
    line.unplug();
    const failing = gateway.check(new AbortController().signal);
    await clock.advance(1_100);
    expect(await failing).toMatchObject({
      ok: false,
      reason: 'no-port',
      detail: '/dev/ttyUSB0: No such file or directory /dev/ttyUSB0',
    });
    line.plug();
    const working = gateway.check(new AbortController().signal);
    await clock.advance(3_000);
    expect(await working).toMatchObject({ ok: true });
  });
});

describe('a SIM', () => {
  it('gets its PIN, and time after it', async () => {
    const { modem, state } = await createModemFixture({ pin: '1234', givenPin: '1234' });
    expect(state()).toBe('ready');
    expect(modem.commands.filter((command) => command.startsWith('AT+CPIN='))).toHaveLength(1);
  });

  it('gets a wrong PIN once, whatever happens', async () => {
    const fixture = await createModemFixture({ pin: '1234', givenPin: '1111' });
    const { modem, clock, line, gateway, state } = fixture;
    expect(state()).toBe('pin-wrong');
    await clock.advance(300_000);
    void gateway.check(new AbortController().signal);
    await clock.advance(10_000);
    line.unplug();
    line.plug();
    await clock.advance(10_000);
    await fixture.reopen('1111');
    expect(modem.store.pinTries).toBe(2);
    await fixture.reopen('1234');
    expect(state()).toBe('ready');
  });

  it('does not get its last try', async () => {
    const { modem, state } = await createModemFixture({ pin: '1234' });
    expect(state()).toBe('pin-needed');
    modem.store.pinTries = 0;
    const locked = await createModemFixture({ pin: '1234', givenPin: '1111' });
    locked.modem.store.pinTries = 0;
    await locked.clock.advance(60_000);
    expect(locked.state()).toBe('puk-needed');
  });

  it('that is busy is waited for', async () => {
    const { state, clock } = await createModemFixture({
      faults: [
        { command: 'CPIN', nth: 1, kind: 'cme', code: 14 },
        { command: 'CPIN', nth: 2, kind: 'cme', code: 515 },
      ],
    });
    await clock.advance(5_000);
    expect(state()).toBe('ready');
  });

  it('that is missing is told', async () => {
    const { state } = await createModemFixture({
      faults: [{ command: 'CPIN', kind: 'cme', code: 10 }],
    });
    expect(state()).toBe('no-sim');
  });

  it('that is full is emptied of sent messages, and the message goes', async () => {
    const { modem, send, told } = await createModemFixture({
      faults: [{ command: 'CMGS', nth: 1, kind: 'cms', code: 322 }],
    });
    modem.put(3, '00', 0);
    modem.put(2, '00', 0);
    expect(await send(number)).toMatchObject({ outcome: 'accepted' });
    expect([...modem.store.messages.values()].map(({ status }) => status)).toEqual([2]);
    expect(told.lines.map(({ key }) => key)).toContain('modem.sim-full');
  });
});

describe('the network', () => {
  it('is waited for', async () => {
    const { modem, state, clock, gateway } = await createModemFixture();
    modem.register(2);
    await clock.advance(100);
    expect([state(), gateway.facts?.().registration]).toEqual(['not-registered', 'searching']);
    modem.store.cregMode = 0;
    modem.register(5);
    await clock.advance(6_000);
    expect([state(), gateway.facts?.().registration]).toEqual(['ready', 'roaming']);
  });
});
