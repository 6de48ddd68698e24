import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { clientTypes } from '../../shared/catalogue/client-types.ts';
import { AppError, appErrors, invalidField } from '../../shared/model/errors.ts';
import { createEvents } from '../platform/events.ts';
import type { LogLine } from '../platform/logbook.ts';
import { stubServices } from '../testing/stub-services.ts';
import { createLocalClient } from './client.ts';
import type { ApiClient } from './client.ts';
import { createLive } from './live.ts';
import { createRouter } from './router.ts';
import type { Services } from './services.ts';

interface Heard {
  readonly faults: [string, unknown][];
  readonly lines: LogLine[];
}

function serve(real: Partial<Services>, heard: Heard = { faults: [], lines: [] }): ApiClient {
  let number = 0;
  const router = createRouter(stubServices(real), {
    ids: { next: () => `call-${(number += 1)}` },
    log: {
      write(line) {
        heard.lines.push(line);
        return {} as never;
      },
    },
    onFault: (id, error) => heard.faults.push([id, error]),
    checksAnswers: true,
  });
  return createLocalClient(router);
}

/** What a caller is told about a call that fails. */
async function failure(
  call: Promise<unknown>,
): Promise<ORPCError<string, Record<string, unknown>>> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ORPCError)) throw new Error(`not refused: ${String(error)}`);
  return error;
}

const accounts = (over: Partial<Services['accounts']>): Partial<Services> => ({
  accounts: { ...stubServices({}).accounts, ...over },
});

describe('a call', () => {
  it('reaches the service with its input judged and completed', async () => {
    const inputs: unknown[] = [];
    const client = serve(
      accounts({
        create(input) {
          inputs.push(input);
          return Promise.reject(new AppError('DUPLICATE'));
        },
      }),
    );
    await failure(client.accounts.create({ address: '  Ada@Example.ORG ' }));
    expect(inputs).toEqual([{ address: 'ada@example.org', displayName: '' }]);
  });

  it('is answered by the service', async () => {
    const client = serve({
      catalogue: { clientTypes: () => Promise.resolve({ clientTypes: [...clientTypes] }) },
    });
    expect((await client.catalogue.clientTypes()).clientTypes).toHaveLength(clientTypes.length);
  });

  it('keeps the service’s own this', async () => {
    class Counting {
      seen = 0;
      remove() {
        this.seen += 1;
        return Promise.resolve({ done: true as const });
      }
    }
    const counting = new Counting();
    const client = serve({
      accounts: Object.assign(Object.create(counting) as Counting, {
        ...stubServices({}).accounts,
        remove: counting.remove.bind(counting),
      }),
    });
    await client.accounts.remove({ id: 'a' });
    expect(counting.seen).toBe(1);
  });
});

describe('errors', () => {
  it('keep code, status, params and field of an error that is meant for callers', async () => {
    const heard: Heard = { faults: [], lines: [] };
    const client = serve(
      accounts({
        get: () => Promise.reject(new AppError('NOT_FOUND', { params: { id: 'x' } })),
        create: () => Promise.reject(invalidField('mailbox.host', 'unknown', { host: 'h' })),
      }),
      heard,
    );
    expect(await failure(client.accounts.get({ id: 'x' }))).toMatchObject({
      code: 'NOT_FOUND',
      status: 404,
      defined: true,
      data: { params: { id: 'x' }, retryable: false, correlationId: 'call-1' },
    });
    expect(await failure(client.accounts.create({ address: 'a@b.org' }))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'mailbox.host', code: 'unknown', params: { host: 'h' } }] },
    });
    expect(heard.faults).toEqual([]);
    expect(heard.lines.map(({ params }) => params)).toEqual([
      { procedure: 'accounts.get', code: 'NOT_FOUND' },
      { procedure: 'accounts.create', code: 'INVALID_INPUT' },
    ]);
  });

  it('tell nothing of a fault but its number, under which the log has it whole', async () => {
    const heard: Heard = { faults: [], lines: [] };
    const fault = new Error('constraint failed: accounts.secret');
    const client = serve(accounts({ list: () => Promise.reject(fault) }), heard);
    const error = await failure(client.accounts.list());
    expect(error).toMatchObject({ code: 'INTERNAL', data: { correlationId: 'call-1' } });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(heard.faults).toEqual([['call-1', fault]]);
    expect(heard.lines.map(({ key }) => key)).toEqual(['system.fault']);
  });

  it('treat an answer that breaks the contract as a fault', async () => {
    const client = serve(accounts({ get: () => Promise.resolve({ id: 5 } as never) }));
    expect(await failure(client.accounts.get({ id: 'x' }))).toMatchObject({ code: 'INTERNAL' });
  });

  it('name every field that cannot be taken, in the words of the contract', async () => {
    const client = serve({});
    const fieldsOf = async (call: Promise<unknown>) => (await failure(call)).data['fields'];
    expect(
      await fieldsOf(client.accounts.create({ address: 'ada', displayName: 'x'.repeat(121) })),
    ).toEqual([
      { path: 'address', code: 'not-an-address' },
      { path: 'displayName', code: 'too-long', params: { max: 120 } },
    ]);
    expect(await fieldsOf(client.accounts.create({ address: ' ' }))).toEqual([
      { path: 'address', code: 'required' },
    ]);
    expect(await fieldsOf(client.accounts.create({} as never))).toEqual([
      { path: 'address', code: 'required' },
    ]);
    expect(await fieldsOf(client.accounts.get(undefined as never))).toEqual([
      { path: '', code: 'required' },
    ]);
    expect(
      await fieldsOf(
        client.devices.create({
          accountId: 'a',
          name: '',
          clientType: 'abacus' as never,
          mergeWindowMs: 30_001,
          quietHours: { from: '25:00', to: '07:00', timeZone: 'Europe/Prague' },
          folders: [{ name: 'ok' }, { name: 'ü'.repeat(128) }, { name: 'a\u0000' }],
        }),
      ),
    ).toEqual([
      { path: 'name', code: 'required' },
      { path: 'clientType', code: 'invalid' },
      { path: 'quietHours.from', code: 'invalid' },
      { path: 'mergeWindowMs', code: 'out-of-range', params: { max: 30_000 } },
      { path: 'folders.1.name', code: 'too-long', params: { max: 255 } },
      { path: 'folders.2.name', code: 'invalid' },
    ]);
    expect(await fieldsOf(client.push.updateSettings({ hourlyCap: 0, maxAlertAgeMs: 1 }))).toEqual([
      { path: 'hourlyCap', code: 'out-of-range', params: { min: 1 } },
      { path: 'maxAlertAgeMs', code: 'out-of-range', params: { min: 60_000 } },
    ]);
  });

  it('have a status for every code', () => {
    for (const { status } of Object.values(appErrors)) expect(status).toBeGreaterThanOrEqual(400);
  });
});

describe('live events', () => {
  const setUp = () => {
    const events = createEvents(() => undefined);
    const live = createLive({ events, ids: { next: () => 'epoch' } });
    return { events, live };
  };

  it('come with a number from which a broken stream goes on', async () => {
    const { events, live } = setUp();
    const first = live.service.events(undefined, undefined)[Symbol.asyncIterator]();
    events.emit({ kind: 'device', id: 'a' });
    const seen = (await first.next()).value;
    expect(seen).toEqual({ id: 'epoch.1', event: { kind: 'device', id: 'a' } });
    await first.return?.();
    events.emit({ kind: 'device', id: 'b' });
    events.emit({ kind: 'push', id: null });
    const again = live.service.events(undefined, 'epoch.1')[Symbol.asyncIterator]();
    expect((await again.next()).value?.event).toEqual({ kind: 'device', id: 'b' });
    expect((await again.next()).value).toEqual({
      id: 'epoch.3',
      event: { kind: 'push', id: null },
    });
  });

  it('that say the same while nobody reads are told once', async () => {
    const { events, live } = setUp();
    const reader = live.service.events(undefined, undefined)[Symbol.asyncIterator]();
    for (let index = 0; index < 500; index += 1) events.emit({ kind: 'alert', id: null });
    events.emit({ kind: 'push', id: null });
    expect((await reader.next()).value?.id).toBe('epoch.500');
    expect((await reader.next()).value?.event.kind).toBe('push');
  });

  it('tell a reader from before the restart, or one away for long, to fetch everything', async () => {
    const { events, live } = setUp();
    const stranger = live.service.events(undefined, 'other.7')[Symbol.asyncIterator]();
    expect((await stranger.next()).value?.event).toEqual({ kind: 'account', id: null });
    for (let index = 0; index < 5_000; index += 1) events.emit({ kind: 'device', id: `${index}` });
    const late = live.service.events(undefined, 'epoch.1')[Symbol.asyncIterator]();
    expect((await late.next()).value).toEqual({
      id: 'epoch.5000',
      event: { kind: 'account', id: null },
    });
  });

  it('end when their reader, its signal or the process ends', async () => {
    const { live } = setUp();
    const aborter = new AbortController();
    const aborted = live.service.events(aborter.signal, undefined)[Symbol.asyncIterator]();
    const stopped = live.service.events(undefined, undefined)[Symbol.asyncIterator]();
    const ends = [aborted.next(), stopped.next()];
    aborter.abort();
    await live.stop();
    expect(await Promise.all(ends)).toEqual(Array(2).fill({ done: true, value: undefined }));
  });
});
