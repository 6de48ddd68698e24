import { describe, expect, it } from 'vitest';
import { createModemFixture, outgoingText } from '../../testing/modem-fixture.ts';

const number = '+420601123456';

describe('an error of the network', () => {
  it('that passes is tried again at once, with the same part', async () => {
    const { send, modem } = await createModemFixture({
      faults: [
        { command: 'CMGS', nth: 2, kind: 'cms', code: 500 },
        { command: 'CMGS', nth: 3, kind: 'cms', code: 38 },
      ],
    });
    expect(await send(number, 'x'.repeat(200))).toMatchObject({ outcome: 'accepted' });
    expect(modem.sent.map(({ udh }) => udh.slice(-2))).toEqual(['01', '02']);
  });

  it.each([
    [38, 'backing-off', '+CMS ERROR: 38, the network is out of order'],
    [331, 'not-registered', '+CMS ERROR: 331, there is no network'],
    [330, 'refused', '+CMS ERROR: 330, the number of the service centre is missing or unknown'],
    [310, 'no-sim', '+CMS ERROR: 310, there is no SIM'],
    [322, 'sim-full', '+CMS ERROR: 322, the memory is full'],
  ])('%i that stays is the fault of the gateway', async (code, reason, detail) => {
    const { send } = await createModemFixture({ faults: [{ command: 'CMGS', kind: 'cms', code }] });
    expect(await send(number)).toEqual({
      ...{ outcome: 'refused', reason, detail, permanent: false, fault: 'gateway' },
    });
  });

  it.each([1, 28, 30, 304, 305])('%i lies in the message and ends it', async (code) => {
    const { send } = await createModemFixture({ faults: [{ command: 'CMGS', kind: 'cms', code }] });
    expect(await send(number)).toMatchObject({
      ...{ outcome: 'refused', permanent: true, fault: 'message' },
    });
  });
});

describe('a modem that says too little', () => {
  it('is believed without the OK', async () => {
    const { send, modem } = await createModemFixture({
      faults: [{ command: 'CMGS', nth: 1, kind: 'no-final' }],
    });
    expect(await send(number)).toMatchObject({ outcome: 'accepted', providerId: '1' });
    expect(await send(number)).toMatchObject({ outcome: 'accepted', providerId: '2' });
    expect(modem.sent).toHaveLength(2);
  });

  it.each(['no-answer', 'truncated'] as const)(
    'leaves a message uncertain that was written (%s)',
    async (kind) => {
      const { send } = await createModemFixture({ faults: [{ command: 'CMGS', nth: 1, kind }] });
      expect(await send(number)).toEqual({
        ...{ outcome: 'uncertain', detail: 'no answer within 60 s of the message' },
      });
      expect(await send(number)).toMatchObject({ outcome: 'accepted' });
    },
  );

  it('has not got a message that it did not prompt for', async () => {
    const { send, modem } = await createModemFixture({
      faults: [{ command: 'CMGS', nth: 1, kind: 'no-prompt' }],
    });
    expect(await send(number)).toEqual({
      ...{ outcome: 'unreachable', detail: 'no prompt for the message within 5 s' },
    });
    expect(await send(number)).toMatchObject({ outcome: 'accepted' });
    expect(modem.sent).toHaveLength(1);
  });

  it('is understood behind garbage', async () => {
    const { send } = await createModemFixture({ faults: [{ command: 'CMGS', kind: 'garbage' }] });
    for (let count = 0; count < 5; count += 1) {
      expect(await send(number)).toMatchObject({ outcome: 'accepted' });
    }
  });

  it('is opened again after three checks without an answer', async () => {
    const fixture = await createModemFixture();
    const { modem, clock, line, state } = fixture;
    modem.faults.push({ command: '', kind: 'no-answer' });
    await clock.advance(50_000);
    expect(line.opened()).toBeGreaterThan(1);
    expect(state()).toBe('no-answer');
    modem.faults.length = 0;
    await clock.advance(20_000);
    expect(state()).toBe('ready');
  });

  it('is not opened again because of errors', async () => {
    const { modem, clock, line } = await createModemFixture();
    modem.faults.push({ command: '', kind: 'error' });
    await clock.advance(300_000);
    expect(line.opened()).toBe(1);
  });

  it('is set up anew after three sends without an answer', async () => {
    const { send, modem } = await createModemFixture({
      faults: [1, 2, 3].map((nth) => ({ command: 'CMGS', nth, kind: 'no-answer' })),
    });
    modem.store.echo = false;
    const before = modem.commands.filter((command) => command === 'AT+CNMI=2,1,0,1,0').length;
    for (let count = 0; count < 4; count += 1) await send(number);
    const after = modem.commands.filter((command) => command === 'AT+CNMI=2,1,0,1,0').length;
    expect(after).toBe(before + 1);
  });
});

describe('a modem stuck at its prompt', () => {
  it('is freed without sending anything', async () => {
    const { modem, line, clock, state } = await createModemFixture();
    line.unplug();
    await clock.advance(100);
    line.plug();
    const type = modem.attach(() => undefined);
    type(Buffer.from('AT+CMGS=20\r0011'));
    const opened = line.opened();
    await clock.advance(10_000);
    expect([line.opened(), state()]).toEqual([opened + 1, 'ready']);
    expect([modem.sent, modem.rejected]).toEqual([[], []]);
  });
});

describe('a modem that is pulled out', () => {
  it('is told, and used again when it is back', async () => {
    const { line, clock, state, told, send } = await createModemFixture();
    line.unplug();
    await clock.advance(10_000);
    expect(state()).toBe('no-port');
    line.plug();
    await clock.advance(10_000);
    expect(state()).toBe('ready');
    expect(told.lines.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['modem.ready', 'modem.unplugged', 'modem.back']),
    );
    expect(await send(number)).toMatchObject({ outcome: 'accepted' });
  });

  it('in the middle of a message leaves that uncertain', async () => {
    const { send } = await createModemFixture({
      faults: [{ command: 'CMGS', nth: 1, kind: 'unplug' }],
    });
    expect(await send(number)).toEqual({
      ...{ outcome: 'uncertain', detail: 'lost before the answer: Input/output error' },
    });
  });

  it('takes no message meanwhile', async () => {
    const { line, send } = await createModemFixture();
    line.unplug();
    expect(await send(number)).toMatchObject({ outcome: 'refused', reason: 'no-port' });
  });

  it('may find its port taken', async () => {
    const { line, clock, state } = await createModemFixture();
    line.unplug();
    line.occupy(true);
    line.plug();
    await clock.advance(5_000);
    expect(state()).toBe('port-busy');
    line.occupy(false);
    await clock.advance(5_000);
    expect(state()).toBe('ready');
  });
});

describe('a modem that restarts', () => {
  it('is set up anew', async () => {
    const { modem, clock, state, send } = await createModemFixture();
    modem.reset();
    await clock.advance(10_000);
    expect([state(), modem.store.cnmi]).toEqual(['ready', [2, 1, 0, 1, 0]]);
    expect(await send(number)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('a hand-over that is stopped', () => {
  it('ends at once, and its answer is not taken for the next', async () => {
    const { gateway, clock, modem, send } = await createModemFixture({ latencyMs: 5_000 });
    const stop = new AbortController();
    const first = gateway.handOver(outgoingText('+420601000001', 'a'), stop.signal);
    await clock.advance(2_000);
    stop.abort();
    expect(await first).toEqual({ outcome: 'aborted' });
    expect(await send('+420601000002')).toMatchObject({ outcome: 'accepted', providerId: '2' });
    expect(modem.sent.map((sms) => sms.number)).toEqual(['+420601000001', '+420601000002']);
  });
});
