import { useEffect, useState } from 'react';
import { onLiveEvent } from '../api/live.ts';

/** How long the screen of a virtual phone stays lit after it woke, in milliseconds. */
const litMs = 12_000;

/** A waking: which device woke, and how many have been seen, so that each is a new one. */
export interface Waking {
  readonly deviceId: string;
  readonly count: number;
}

/** The last phone that woke while this page looked on; null before the first. */
export function useWaking(): Waking | null {
  const [waking, setWaking] = useState<Waking | null>(null);
  useEffect(
    () =>
      onLiveEvent((event) => {
        const { id } = event;
        if (event.kind !== 'phone' || event.woke !== true || id === null) return;
        setWaking((before) => ({ deviceId: id, count: (before?.count ?? 0) + 1 }));
      }),
    [],
  );
  return waking;
}

/** Whether a phone's screen is lit: it woke a moment ago. */
export function useIsLit(wokenAt: number | null, waking: Waking | null): boolean {
  const [isLit, setIsLit] = useState(false);
  useEffect(() => {
    const left = wokenAt === null ? 0 : wokenAt + litMs - Date.now();
    setIsLit(left > 0);
    if (left <= 0) return undefined;
    const timer = setTimeout(() => {
      setIsLit(false);
    }, left);
    return () => {
      clearTimeout(timer);
    };
  }, [wokenAt, waking?.count]);
  return isLit;
}
