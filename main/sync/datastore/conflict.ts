import type { ConflictPolicy } from '../../../shared/model/account.ts';
import {
  mergeItem,
  reconcile,
  sameContent,
  type Item,
  type ItemKind,
  type MergeContext,
} from '../../groupware/content/index.ts';
import type { ItemRow } from '../../store/sync-types.ts';
import { isDeviceNewer, type SeenVersion } from './device-time.ts';

/** Two versions of one item that have to become one. */
export interface Conflict {
  readonly server: { readonly item: Item; readonly row: ItemRow };
  readonly device: Item;
  /** What the device has seen; undefined when nobody knows. */
  readonly seen: SeenVersion | undefined;
  readonly context: MergeContext;
  readonly policy: ConflictPolicy;
  readonly now: number;
}

/** How a conflict ends. */
export interface Settlement {
  /** 200: the device has changed nothing; else as in OMA DS: merged, client won, both stay, server won. */
  readonly status: 200 | 207 | 208 | 209 | 419;
  /** What the item is from now on. */
  readonly item: Item;
  /** The device's version, where it lost: for the item's history. */
  readonly loser?: Item;
  /** The device's version, where it becomes an item of its own. */
  readonly copy?: Item;
}

/**
 * Brings both versions together. Only what both sides have changed goes by the policy; what one has
 * changed alone stays in any case.
 */
export function settleConflict(conflict: Conflict): Settlement {
  const { server, device, seen, context, policy } = conflict;
  const byDevice = reconcile<ItemKind>(server.item, device, context, 'device', seen?.item);
  if (byDevice.clashes.length === 0) {
    const isNothing = sameContent(byDevice.item, server.item);
    return { status: isNothing ? 200 : 207, item: byDevice.item };
  }
  if (policy === 'both' && seen !== undefined) {
    // Against what the device has seen, so that it is the device's version and nothing of the server's.
    const whole = mergeItem<ItemKind>(seen.item, device, context);
    return { status: 209, item: server.item, copy: withoutIdentity(whole) };
  }
  if (isWonByDevice(conflict)) return { status: 208, item: byDevice.item };
  const byServer = reconcile<ItemKind>(server.item, device, context, 'server', seen?.item);
  return { status: 419, item: byServer.item, loser: byDevice.item };
}

function isWonByDevice({ server, device, seen, policy, now }: Conflict): boolean {
  if (policy === 'client') return true;
  if (policy === 'server') return false;
  return isDeviceNewer(device, server, seen, now);
}

/** An item that is to stand beside the one it was made from. */
export function withoutIdentity(item: Item): Item {
  if (!('uid' in item)) return item;
  const { uid: _uid, ...rest } = item;
  return rest;
}
