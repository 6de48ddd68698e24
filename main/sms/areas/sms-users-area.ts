import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { SmsUser } from '../../../shared/model/sms-account.ts';
import type { AreaService } from '../../api/services.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { LogLine, LogWriter } from '../../platform/logbook.ts';
import type { Random } from '../../platform/random.ts';
import type { SmsUserRow } from '../../store/sms-api-types.ts';
import type { Store } from '../../store/types.ts';
import { monthStart } from '../users/month.ts';
import { digestOf } from '../users/password-digest.ts';
import { smsUserSecret } from '../users/sms-users.ts';
import type { SmsUsers } from '../users/sms-users.ts';

/** What the area needs. */
export interface SmsUsersAreaDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  readonly events: Events;
  readonly log: LogWriter;
  readonly users: SmsUsers;
  hasGateway(id: string): boolean;
}

/** The settings of a user that an admin may change, by the names that the log tells. */
const settingNames = ['name', 'active', 'monthlyLimit', 'expiresAt', 'gatewayId'] as const;

/** The area `smsUsers` of the contract. */
export function createSmsUsersArea(deps: SmsUsersAreaDeps): AreaService<'smsUsers'> {
  const { store, clock, random, ids, events, log, users } = deps;

  function found(id: string): SmsUserRow {
    const row = users.get(id);
    if (row === undefined) throw new AppError('NOT_FOUND', { params: { id } });
    return row;
  }

  function checkGateway(gatewayId: string | null): void {
    if (gatewayId !== null && !deps.hasGateway(gatewayId))
      throw invalidField('gatewayId', 'unknown');
  }

  function tell(row: SmsUserRow, line: Pick<LogLine, 'level' | 'key' | 'params'>): void {
    const params = { user: row.name, ...line.params };
    log.write({ ...line, area: 'sms', params });
    events.emit({ kind: 'sms-user', id: row.id });
  }

  async function show(rows: readonly SmsUserRow[]): Promise<SmsUser[]> {
    const now = clock.now();
    const use = await store.smsUsers.use(monthStart(now), monthStart(now, 1));
    const byUser = new Map(use.map((each) => [each.userId, each]));
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      active: row.active,
      monthlyLimit: row.monthlyLimit,
      expires: row.expiresAt,
      gatewayId: row.gatewayId,
      sentThisMonth: byUser.get(row.id)?.thisMonth ?? 0,
      sentLastMonth: byUser.get(row.id)?.lastMonth ?? 0,
      lastUsedAt: users.lastUsedAt(row),
      createdAt: row.createdAt,
    }));
  }

  async function showOne(row: SmsUserRow): Promise<SmsUser> {
    const [shown] = await show([row]);
    if (shown === undefined) throw new AppError('NOT_FOUND', { params: { id: row.id } });
    return shown;
  }

  return {
    async list() {
      const rows = [...users.list()].sort((one, other) => one.name.localeCompare(other.name));
      return { users: await show(rows) };
    },

    async create(input) {
      const row: SmsUserRow = {
        id: ids.next(),
        name: input.name,
        active: input.active ?? true,
        monthlyLimit: input.monthlyLimit ?? null,
        expiresAt: input.expires ?? null,
        gatewayId: input.gatewayId ?? null,
        wantsReports: false,
        lastUsedAt: null,
        createdAt: clock.now(),
      };
      checkName(row.name);
      checkGateway(row.gatewayId);
      const digest = await digestOf(input.password, random);
      await store.transaction(async (tx) => {
        await tx.smsUsers.insert(row);
        await tx.secrets.set(smsUserSecret(row.id), digest);
      });
      users.put(row, true);
      tell(row, { level: 'info', key: 'sms-user.created' });
      return await showOne(row);
    },

    async update({ id, ...input }) {
      const digest =
        input.password === undefined ? undefined : await digestOf(input.password, random);
      const before = found(id);
      const row: SmsUserRow = {
        ...before,
        name: input.name ?? before.name,
        active: input.active ?? before.active,
        monthlyLimit: input.monthlyLimit === undefined ? before.monthlyLimit : input.monthlyLimit,
        expiresAt: input.expires === undefined ? before.expiresAt : input.expires,
        gatewayId: input.gatewayId === undefined ? before.gatewayId : input.gatewayId,
      };
      checkName(row.name);
      if (row.gatewayId !== before.gatewayId) checkGateway(row.gatewayId);
      await store.transaction(async (tx) => {
        await tx.smsUsers.update(row);
        if (digest !== undefined) await tx.secrets.set(smsUserSecret(id), digest);
      });
      users.put(row, digest !== undefined);
      const names: string[] = settingNames.filter((name) => row[name] !== before[name]);
      if (digest !== undefined) names.push('password');
      if (names.length > 0) {
        tell(row, { level: 'info', key: 'sms-user.updated', params: { names } });
      }
      return await showOne(row);
    },

    async remove({ id }) {
      const row = found(id);
      await store.transaction(async (tx) => {
        await tx.smsUsers.remove(id);
        await tx.secrets.remove(smsUserSecret(id));
      });
      users.remove(id);
      tell(row, { level: 'info', key: 'sms-user.removed' });
      return { done: true };
    },
  };
}

/** What Basic credentials cannot carry (RFC 7617 §2), a name must not have. */
function checkName(name: string): void {
  if (/[:\p{Cc}]/u.test(name)) throw invalidField('name', 'invalid');
}
