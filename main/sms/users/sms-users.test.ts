import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '../../platform/fake-clock.ts';
import { seededRandom } from '../../platform/random.ts';
import type { SmsUserRow } from '../../store/sms-api-types.ts';
import type { Store } from '../../store/types.ts';
import { openTestStore } from '../../testing/memory-store.ts';
import { smsUserLimits } from '../http/limits.ts';
import { monthStart } from './month.ts';
import { createMonthUse } from './month-use.ts';
import { createPasswordCheck } from './password-check.ts';
import { digestOf, isPassword } from './password-digest.ts';
import { createSmsUsers } from './sms-users.ts';

const random = seededRandom(3);
const user: SmsUserRow = {
  id: 'u1',
  name: 'Straße',
  active: true,
  monthlyLimit: 10,
  expiresAt: null,
  gatewayId: null,
  wantsReports: false,
  lastUsedAt: null,
  createdAt: 1,
};

describe('a digest', () => {
  it('fits its password alone, and is not the same twice', async () => {
    const digest = await digestOf('pässword', random);
    expect(digest).not.toContain('ssword');
    expect(await digestOf('pässword', random)).not.toBe(digest);
    expect(await isPassword('pässword'.normalize('NFD'), digest)).toBe(true);
    expect(await isPassword('password', digest)).toBe(false);
    for (const broken of [undefined, '', 'scrypt-14-8-1$$', `other${digest}`]) {
      expect(await isPassword('', broken)).toBe(false);
    }
  });
});

describe('a password', () => {
  it('is recognised once it was right, until the user changes', async () => {
    let digest = await digestOf('one', random);
    const check = createPasswordCheck(random, () => Promise.resolve(digest));
    expect(check.isRemembered('u1', 'one')).toBe(false);
    expect(await check.verify('u1', 'two')).toBe('wrong');
    expect(await Promise.all([check.verify('u1', 'one'), check.verify('u1', 'one')])).toEqual([
      'right',
      'right',
    ]);
    expect(check.isRemembered('u1', 'one')).toBe(true);
    expect(check.isRemembered('u1', 'two')).toBe(false);
    expect(check.isRemembered('u2', 'one')).toBe(false);
    digest = await digestOf('two', random);
    check.forget('u1');
    expect(check.isRemembered('u1', 'one')).toBe(false);
    expect(await check.verify('u1', 'one')).toBe('wrong');
    expect(await check.verify(undefined, 'one')).toBe('wrong');
  });

  it('that was changed while it was looked at is not remembered', async () => {
    const digest = await digestOf('one', random);
    const check = createPasswordCheck(random, () => Promise.resolve(digest));
    const looking = check.verify('u1', 'one');
    const other = check.verify('u2', 'one');
    check.forget('u1');
    expect([await looking, await other]).toEqual(['wrong', 'right']);
    expect(check.isRemembered('u1', 'one')).toBe(false);
  });

  it('waits for its turn when too many are looked at', async () => {
    const check = createPasswordCheck(random, () => Promise.resolve(undefined));
    const many = Array.from({ length: smsUserLimits.verifying + 1 }, (_, index) =>
      check.verify('u1', String(index)),
    );
    expect((await Promise.all(many)).filter((verdict) => verdict === 'busy')).toHaveLength(1);
  });
});

describe('a month', () => {
  it('begins on its first day by the machine’s own zone', () => {
    expect(monthStart(new Date(2026, 0, 31, 23, 59).getTime())).toBe('2026-01-01');
    expect(monthStart(new Date(2026, 0, 31).getTime(), 1)).toBe('2025-12-01');
  });

  it('has a limit that is counted anew when it is over, or when messages were given up', async () => {
    const clock = createFakeClock(new Date(2026, 10, 30, 23, 0).getTime());
    let stored = 4;
    const days: string[] = [];
    const use = createMonthUse(clock, {
      countParts(_id, day) {
        days.push(day);
        return Promise.resolve(stored);
      },
    });
    expect(await use.take(user, 5)).toBe(true);
    use.settle(user, 5, 5);
    expect(await use.take(user, 2)).toBe(false);
    expect(await use.take(user, 1)).toBe(true);
    use.settle(user, 1, 0);
    stored = 3;
    await clock.advance(smsUserLimits.monthUseAgainMs);
    expect(await use.take(user, 7)).toBe(true);
    stored = 10;
    use.settle(user, 7, 7);
    await clock.advance(3_600_000);
    stored = 0;
    expect(await use.take(user, 10)).toBe(true);
    expect(days[0]).toBe('2026-11-01');
    expect(days.at(-1)).toBe('2026-12-01');
    expect(await use.take({ ...user, monthlyLimit: null }, 1_000)).toBe(true);
  });
});

describe('users', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.close());

  it('are found by name whatever its case, and were last seen when they were', async () => {
    const clock = createFakeClock();
    await store.smsUsers.insert(user);
    const onFault = (error: unknown): void => {
      throw error;
    };
    const users = createSmsUsers({ store, clock, random, onFault });
    await users.load();
    expect(users.find('straße'.toUpperCase().replace('SS', 'ß'))?.id).toBe('u1');
    users.put({ ...user, name: 'Ada' }, false);
    expect(users.find('Straße')).toBeUndefined();
    users.used(user);
    expect(users.lastUsedAt(user)).toBe(clock.now());
    await users.stop();
    expect((await store.smsUsers.list())[0]?.lastUsedAt).toBe(clock.now());
    users.remove('u1');
    expect(users.find('Ada')).toBeUndefined();
  });
});
