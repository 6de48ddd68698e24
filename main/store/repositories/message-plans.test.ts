import { Kysely, SqliteDialect } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import type { MessageQuery } from '../message-query.ts';
import type { Schema } from '../schema.ts';
import { storeSession } from '../session.ts';
import { openSqlite } from '../sqlite-database.ts';
import type { Sqlite } from '../sqlite-database.ts';
import { gatewaysRepository } from './gateways.ts';
import { messagesRepository } from './messages.ts';
import { queueRepository } from './queue.ts';

interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

describe('among very many messages', () => {
  let sqlite: Sqlite;
  let db: Kysely<Schema>;
  let asked: Asked[];

  beforeAll(async () => {
    sqlite = openSqlite(':memory:', undefined);
    asked = [];
    db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: sqlite }),
      log: ({ query: { sql, parameters } }) => void asked.push({ sql, parameters }),
    });
    const onMigration = (): void => undefined;
    await migrate({ sqlite, db, migrations, nativeBinding: undefined, now: () => 0, onMigration });
    // So many that what no index leads to is looked for among the newest alone.
    sqlite.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 50002)
      insert into messages (id, trace_id, number, state, parts, dcs, pid, attempts, next_attempt_at,
        expires_at, created_at)
      select printf('m%06d', i), '', '', 'sent', '[]', 0, 0, 0, 0, 0, 0 from n`);
  }, 30_000);

  beforeEach(() => {
    asked = [];
  });

  afterAll(() => db.destroy());

  /** How SQLite goes about what was asked: one line for each table or index that it reads. */
  function plans(): string[] {
    const queries = asked.filter(({ sql }) => /^(?:select|with|update)/iu.test(sql));
    expect(queries.length).toBeGreaterThan(0);
    return queries.flatMap(({ sql, parameters }) => {
      const rows = sqlite.prepare(`explain query plan ${sql}`).all(...parameters);
      return (rows as { detail: string }[]).map(({ detail }) => detail);
    });
  }

  const isScan = (line: string): boolean => /^SCAN (?:messages|deliveries)\b/u.test(line);
  /** In the order of the primary key, from its end: it stops at the limit. */
  const isWalk = (line: string): boolean =>
    /^SCAN messages(?: USING COVERING INDEX \w+)?$/u.test(line);
  const isSort = (line: string): boolean => line.includes('USE TEMP B-TREE');

  const states = {
    'all states': {},
    waiting: { states: ['queued', 'sending'] },
    paused: { states: ['paused'] },
    sent: { states: ['sent'] },
    delivered: { states: ['delivered'] },
    failed: { states: ['failed', 'expired'] },
    uncertain: { states: ['uncertain'] },
    dropped: { states: ['dropped'] },
  } as const;
  const others = {
    'nothing else': {},
    gateway: { gatewayId: 'g' },
    account: { accountId: 'a' },
    source: { source: 'console' },
    number: { number: '600100' },
    'account and source': { accountId: 'a', source: 'api' },
    'gateway and number': { gatewayId: 'g', number: '600100' },
    everything: { gatewayId: 'g', accountId: 'a', source: 'api', number: '600100' },
  } as const satisfies Record<string, Partial<MessageQuery>>;
  const combinations = Object.entries(states).flatMap(([state, byState]) =>
    Object.entries(others).flatMap(([other, byOther]) =>
      [{}, { before: 'm5' }].map((page) => ({
        name: `${state}, ${other}${'before' in page ? ', a later page' : ''}`,
        query: { ...byState, ...byOther, ...page, limit: 500 },
      })),
    ),
  );

  it.each(combinations)('the list is read along an index: $name', async ({ query }) => {
    await messagesRepository(storeSession(db)).list(query);
    const lines = plans();
    expect(lines.filter(isSort)).toEqual([]);
    expect(lines.filter((line) => isScan(line) && !isWalk(line))).toEqual([]);
  });

  it('what waits is read along the indexes of lanes, times and ages', async () => {
    const queue = queueRepository(storeSession(db));
    const of = { lane: 'route:r', class: 'normal' } as const;
    await queue.lanes();
    await queue.owners({ ...of, after: null, limit: 32 });
    await queue.owners({ ...of, after: 'a', limit: 32 });
    await queue.due({ ...of, owner: 'a', now: 1, limit: 9 });
    await queue.nextDueAfter(1);
    await queue.expired(1, 9);
    await queue.nextExpiryAt();
    await queue.lanesAfter('', 500);
    await queue.setLanes([{ id: 'm1', lane: '' }]);
    await messagesRepository(storeSession(db)).listDue(1, 9);
    const lines = plans();
    expect(lines.filter(isScan)).toEqual([]);
    expect(lines.filter(isSort)).toEqual([]);
    expect(lines.join('\n')).toContain('messages_by_lane');
  });

  it('the counts touch an index alone, and never the messages', async () => {
    await queueRepository(storeSession(db)).counts();
    await gatewaysRepository(storeSession(db)).queuedByLane();
    const lines = plans();
    expect(lines.filter(isSort)).toEqual([]);
    for (const line of lines) expect(line).toMatch(/USING (?:COVERING )?INDEX messages_by_/u);
    expect(lines[0]).toBe('SCAN messages USING COVERING INDEX messages_by_state');
  });
});
