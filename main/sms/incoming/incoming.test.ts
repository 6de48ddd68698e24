import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/model/errors.ts';
import { defaultSettings } from '../../../shared/model/settings.ts';
import { segmentText } from '../../codecs/gsm-sms/index.ts';
import type { StopAsync } from '../../platform/clock.ts';
import { createEvents } from '../../platform/events.ts';
import { createFakeClock } from '../../platform/fake-clock.ts';
import type { FakeClock } from '../../platform/fake-clock.ts';
import { createIds } from '../../platform/ids.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogLine } from '../../platform/logbook.ts';
import { seededRandom } from '../../platform/random.ts';
import { nextTurn } from '../../platform/turns.ts';
import { newMessage } from '../../store/new-message.ts';
import { accountRow } from '../../store/testing/rows.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import type { IncomingPart } from '../gateways/gateway.ts';
import { incomingLimits } from './limits.ts';
import { createIncoming } from './index.ts';

const sender = '+48600100200';
let clock: FakeClock;
let ids: Ids;
let store: Store;
let settings = { ...defaultSettings.sms };
let lines: LogLine[];
let answers: string[];
let mails: { to: string; subject: string; text: string }[];
let refusal: string | undefined;
const stops: StopAsync[] = [];

beforeEach(async () => {
  clock = createFakeClock();
  ids = createIds(clock, seededRandom(3));
  store = await openTestStore();
  settings = { ...defaultSettings.sms };
  [lines, answers, mails, refusal] = [[], [], [], undefined];
  for (const id of ['ada', 'jan']) {
    await store.accounts.insert(accountRow(id, { address: `${id}@example.org` }));
  }
});

async function stopAll(): Promise<void> {
  for (const stop of stops.splice(0)) await stop();
}

afterEach(async () => {
  await stopAll();
  await store.close();
});

function open() {
  const incoming = createIncoming({
    store,
    clock,
    ids,
    events: createEvents((error) => {
      throw error;
    }),
    log: {
      write(line) {
        lines.push(line);
        const about = { traceId: null, accountId: null, deviceId: null, gatewayId: null };
        return { ...about, params: {}, ...line, id: 1, at: 0, text: '' } as never;
      },
    },
    mail: {
      isReady: () => true,
      send: (mail) => {
        if (refusal !== undefined) {
          return Promise.reject(new AppError('MAIL_FAILED', { params: { detail: refusal } }));
        }
        mails.push(mail);
        return Promise.resolve();
      },
    },
    answer: ({ number, text }) => Promise.resolve(answers.push(`${number} ${text}`)),
    settings: () => settings,
    onFault: (error) => {
      throw error;
    },
  });
  stops.push(incoming.start());
  return incoming;
}

function partsOf(text: string, number = sender): IncomingPart[] {
  const { dataCoding, segments } = segmentText(text, { reference: 7 });
  return segments.map((part) => ({ number, dcs: dataCoding, part, sentAt: 1_000 }));
}

async function receive(text: string, number = sender) {
  const incoming = open();
  for (const part of partsOf(text, number)) await incoming.take('gateway', part);
  return (await incoming.area.list(undefined)).messages;
}

/** Somebody of these accounts has written to the number. */
async function wrote(accountId: string, at = clock.now()): Promise<void> {
  const fresh = newMessage({
    id: `message-${accountId}`,
    traceId: 'trace',
    accountId,
    number: sender,
    parts: [],
    dcs: 0,
    source: 'api',
    class: 'normal',
    createdAt: at,
    expiresAt: at + 1,
  });
  await store.messages.insert([fresh]);
}

describe('an incoming SMS', () => {
  it('goes to the account whose address stands in it', async () => {
    const [message] = await receive('Meet at 5 #Ada@Example.org#');
    expect(message).toMatchObject({ matched: 'address', accountId: 'ada', read: false });
    await vi.waitFor(() => expect(mails).toHaveLength(1));
    expect(mails[0]).toMatchObject({ to: 'ada@example.org', subject: `SMS ${sender}` });
  });

  it('is sent to nobody outside, whatever address stands in it', async () => {
    const [message] = await receive('#someone@elsewhere.example# buy');
    expect(message).toMatchObject({ matched: 'none', mailTo: null, mail: 'none' });
    expect(mails).toEqual([]);
  });

  it('answers the one who wrote to its sender', async () => {
    await wrote('jan');
    expect((await receive('yes'))[0]).toMatchObject({ matched: 'reply', accountId: 'jan' });
  });

  it('answers nobody who wrote before the window', async () => {
    await wrote('jan', clock.now() - settings.replyHours * 3_600_000 - 1);
    expect((await receive('yes'))[0]).toMatchObject({ matched: 'none', accountId: null });
  });

  it('goes to none of several who wrote, and asks once whom it is for', async () => {
    settings.conflictText = 'Write #name@example.org# in front.';
    await wrote('ada');
    await wrote('jan');
    const incoming = open();
    for (const part of [...partsOf('yes'), ...partsOf('yes?')]) await incoming.take('g', part);
    const { messages } = await incoming.area.list(undefined);
    expect(messages.map(({ matched }) => matched)).toEqual(['conflict', 'conflict']);
    expect(answers).toEqual([`${sender} ${settings.conflictText}`]);
  });

  it('follows the first rule whose keyword is its first word', async () => {
    const { area } = open();
    await area.createRule({ keyword: '*', action: 'account', accountId: 'jan' });
    const { id } = await area.createRule({
      keyword: 'Help',
      action: 'mail',
      mailTo: 'desk@example.org',
    });
    await area.updateRule({ id, position: 0 });
    expect((await receive('HELP me'))[0]).toMatchObject({
      matched: 'keyword',
      mailTo: 'desk@example.org',
    });
    await stopAll();
    expect((await receive('other'))[0]).toMatchObject({ accountId: 'jan' });
  });

  it('is thrown away where a rule says so, or when it is empty', async () => {
    const { area } = open();
    await area.createRule({ keyword: 'spam', action: 'discard' });
    await stopAll();
    expect(await receive('spam spam')).toEqual([]);
    await stopAll();
    expect(await receive('  ')).toEqual([]);
    expect(lines.map(({ key }) => key)).toEqual(['incoming.discarded', 'incoming.empty']);
  });

  it('is put together from parts that come in any order, twice, and across a restart', async () => {
    const text = 'word '.repeat(100).trim();
    const parts = partsOf(text);
    for (const part of [...parts].reverse()) {
      const incoming = open();
      await incoming.take('gateway', part);
      await incoming.take('gateway', part).catch(() => undefined);
      await stopAll();
    }
    const { messages } = await open().area.list(undefined);
    expect(messages.map((message) => message.text)).toContain(text);
  });

  it('is shown with gaps when a part never comes', async () => {
    const parts = partsOf('x'.repeat(400));
    const incoming = open();
    for (const part of [parts[0], parts[2]]) if (part) await incoming.take('gateway', part);
    await clock.advance(incomingLimits.partsMs + incomingLimits.sweepMs * 2);
    await vi.waitFor(async () => {
      const { messages } = await incoming.area.list(undefined);
      expect(messages[0]?.text).toBe(`${'x'.repeat(153)} […] ${'x'.repeat(94)}`);
    });
  });

  it('is one of thousands, and others get their turn before the last of them is stored', async () => {
    const incoming = open();
    const [part] = partsOf('yes');
    const count = 2_000;
    let stored = 0;
    const all = Array.from({ length: count }, async () => {
      if (part) await incoming.take('gateway', part);
      stored += 1;
    });
    for (let turn = 0; turn < 3; turn += 1) await nextTurn();
    expect(stored).toBeLessThan(count);
    await Promise.all(all);
    expect((await incoming.area.list(undefined)).total).toBe(count);
  });

  it('keeps bytes that are no text as hex', async () => {
    const incoming = open();
    const part = { udh: new Uint8Array(0), data: Uint8Array.of(1, 0xff) };
    await incoming.take('gateway', { number: sender, dcs: 4, part, sentAt: null });
    expect((await incoming.area.list(undefined)).messages[0]).toMatchObject({
      text: '',
      data: '01ff',
    });
  });

  it('waits for the mail server, and says so when it is given up', async () => {
    refusal = '451 try later';
    const [message] = await receive('hello #ada@example.org#');
    const id = message?.id ?? '';
    await vi.waitFor(async () => {
      expect(await store.incoming.get(id)).toMatchObject({ mail: 'waiting', detail: refusal });
    });
    await clock.advance(incomingLimits.mailMs + incomingLimits.mailPauseMostMs);
    await vi.waitFor(async () => {
      expect(await store.incoming.get(id)).toMatchObject({ mail: 'failed', detail: refusal });
    });
  });
});

describe('rules', () => {
  it('refuses what makes no sense, field by field', async () => {
    const { area } = open();
    const field = (promise: Promise<unknown>) =>
      promise.then(
        () => 'taken',
        (error: unknown) => (error instanceof AppError ? error.fields[0]?.path : String(error)),
      );
    expect(await field(area.createRule({ keyword: 'two words', action: 'discard' }))).toBe(
      'keyword',
    );
    expect(await field(area.createRule({ keyword: 'a', action: 'mail', mailTo: 'x' }))).toBe(
      'mailTo',
    );
    expect(await field(area.createRule({ keyword: 'a', action: 'account' }))).toBe('accountId');
    expect(
      await field(area.createRule({ keyword: 'a', action: 'account', accountId: 'gone' })),
    ).toBe('accountId');
    expect(await field(area.createRule({ keyword: 'a', action: 'discard' }))).toBe('taken');
    expect(await field(area.createRule({ keyword: 'A', action: 'discard' }))).toBe('keyword');
  });
});
