import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PhoneItem } from '../../shared/model/phone.ts';
import { arrivedBetween } from './arrivals.ts';

/** The ids of entries that came from the server while this page looked on, newest last. */
export function useArrivals(items: readonly PhoneItem[] | undefined): ReadonlySet<string> {
  const before = useRef<readonly PhoneItem[] | undefined>(undefined);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const look = useEffectEvent((now: readonly PhoneItem[]) => {
    const fresh = before.current === undefined ? [] : arrivedBetween(before.current, now);
    before.current = now;
    if (fresh.length > 0) setArrived(new Set(fresh));
  });
  useEffect(() => {
    if (items !== undefined) look(items);
  }, [items]);
  return arrived;
}
