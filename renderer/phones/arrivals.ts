import type { PhoneItem } from '../../shared/model/phone.ts';

/**
 * The entries that a session has brought between two looks at a phone: new or different ones that
 * nobody typed here.
 */
export function arrivedBetween(
  before: readonly PhoneItem[],
  now: readonly PhoneItem[],
): readonly string[] {
  const known = new Map(before.map((item) => [item.luid, item]));
  return now.flatMap(({ luid, pending, changedAt }) => {
    const old = known.get(luid);
    const isOwn = pending !== null || old?.changedAt === changedAt;
    return isOwn ? [] : [luid];
  });
}
