import { blockOf, freePlaces } from './gateway-station.ts';
import type { Block, Station } from './gateway-station.ts';
import type { Member, Plan } from './lane-plans.ts';

/** Which gateway takes a message, or why none does. */
export type Choice =
  | { readonly kind: 'station'; readonly station: Station; book(): void }
  /** All ways that are worth waiting for are busy; `at` is when one of them is free by itself. */
  | { readonly kind: 'busy'; readonly at: number | null }
  /** No way for now. With `isForAll`, no other message of the lane finds one either. */
  | { readonly kind: 'later'; readonly at: number | null; readonly isForAll: boolean };

/**
 * The best gateway for a message of so many parts: of the first tier in which one is free, the one
 * that is owed most (smooth weighted round robin). One that is merely busy is waited for, and so
 * nothing of a later tier is taken; one that fails or is over its budget is passed over.
 */
export function chooseGateway(
  plan: Plan,
  now: number,
  parts: number,
  tried?: ReadonlySet<string>,
): Choice {
  let next: number | null = null;
  let isForAll = true;
  for (const { members } of plan) {
    const free: Member[] = [];
    let isWaiting = false;
    for (const each of members) {
      if (tried?.has(each.station.row.id) === true) continue;
      const block = blockOf(each.station, now, parts);
      if (block === undefined) free.push(each);
      else {
        isWaiting ||= block.isWaitedFor;
        isForAll &&= block.isForAll;
        next = earlier(next, block);
      }
    }
    const best = mostOwed(free);
    if (best !== undefined) {
      return { kind: 'station', station: best.station, book: () => book(free, best) };
    }
    if (isWaiting)
      return isForAll ? { kind: 'busy', at: next } : { kind: 'later', at: next, isForAll };
  }
  return { kind: 'later', at: next, isForAll };
}

/**
 * The gateways that messages of the plan wait for: of the first tier that works; where none does, of
 * the first in which any is switched on.
 */
export function nextStations(plan: Plan, now: number): Station[] {
  const tiers = plan.map(({ members }) => members.map(({ station }) => station));
  const working = tiers.find((stations) =>
    stations.some((station) => blockOf(station, now, 1)?.isWaitedFor !== false),
  );
  const next = working ?? tiers.find((stations) => stations.some(({ row }) => row.active)) ?? [];
  return next.filter(({ row }) => row.active);
}

/** How many messages of one part the plan's gateways could take now. */
export function roomOf(plan: Plan, now: number): number {
  let room = 0;
  for (const { members } of plan) {
    let isWorking = false;
    for (const { station } of members) {
      const block = blockOf(station, now, 1);
      if (block === undefined) room += freePlaces(station, now);
      isWorking ||= block === undefined ? !station.health.isFailing : block.isWaitedFor;
    }
    if (isWorking) return room;
  }
  return room;
}

function mostOwed(free: readonly Member[]): Member | undefined {
  let best: Member | undefined;
  for (const each of free) {
    if (best === undefined || each.credit + each.weight > best.credit + best.weight) best = each;
  }
  return best;
}

function book(free: readonly Member[], best: Member): void {
  let sum = 0;
  for (const each of free) {
    each.credit += each.weight;
    sum += each.weight;
  }
  best.credit -= sum;
}

function earlier(next: number | null, { at }: Block): number | null {
  if (at === null) return next;
  return next === null ? at : Math.min(next, at);
}
