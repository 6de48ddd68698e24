import { hash, timingSafeEqual } from 'node:crypto';
import { BoundedMap } from '../../platform/bounded-map.ts';
import type { Random } from '../../platform/random.ts';
import { smsUserLimits } from '../http/limits.ts';
import { isPassword } from './password-digest.ts';

/** What a look at a password found. `busy`: too many others are being looked at. */
export type PasswordVerdict = 'right' | 'wrong' | 'busy';

/** Looks at passwords; one that was right is recognised at once from then on. */
export interface PasswordCheck {
  /** Whether this password was right before, and nothing has changed since. */
  isRemembered(userId: string, password: string): boolean;
  /** Looks at it, which takes a while. An undefined user is nobody: wrong, after the same while. */
  verify(userId: string | undefined, password: string): Promise<PasswordVerdict>;
  /** The user has a new password, or is gone. */
  forget(userId: string): void;
}

/** Makes it. What it remembers is of no use outside this process. */
export function createPasswordCheck(
  random: Random,
  digestOfUser: (userId: string) => Promise<string | undefined>,
): PasswordCheck {
  const key = Buffer.from(random.bytes(32)).toString('hex');
  const remembered = new BoundedMap<string, Buffer>(smsUserLimits.remembered);
  /** By user and password: a client with a hundred connections begins with a hundred sign-ins. */
  const underWay = new Map<string, Promise<boolean>>();
  /** Counts up when a user changes, so that what was looked at before is not remembered after. */
  const changes = new Map<string, number>();

  // At every request: a plain hash behind the key is a tenth of the work of an HMAC, and does where
  // nobody gets to see it.
  const keyed = (password: string): Buffer => hash('sha256', key + password, 'buffer');

  async function look(userId: string | undefined, password: string, mark: Buffer) {
    if (userId === undefined) return await isPassword(password, undefined);
    const before = changes.get(userId);
    const isRight = await isPassword(password, await digestOfUser(userId));
    if (!isRight || before !== changes.get(userId)) return false;
    remembered.set(userId, mark);
    return true;
  }

  return {
    isRemembered(userId, password) {
      const known = remembered.get(userId);
      return known !== undefined && timingSafeEqual(known, keyed(password));
    },
    async verify(userId, password) {
      const mark = keyed(password);
      const name = `${userId ?? ''} ${mark.toString('base64')}`;
      let work = underWay.get(name);
      if (work === undefined) {
        if (underWay.size >= smsUserLimits.verifying) return 'busy';
        work = look(userId, password, mark).finally(() => underWay.delete(name));
        underWay.set(name, work);
      }
      return (await work) ? 'right' : 'wrong';
    },
    forget(userId) {
      changes.set(userId, (changes.get(userId) ?? 0) + 1);
      remembered.delete(userId);
    },
  };
}
