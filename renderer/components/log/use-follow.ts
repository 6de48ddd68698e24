import { useVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { LogStream, LogView } from './log-stream.ts';

/** Height of one line of the log in pixels. */
export const lineHeight = 24;
/** Distance from the top, in pixels, at which older lines are read. */
const reachOfTop = 400;

/** Following the newest line, and the scrolling that goes with it. */
export interface Follow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
  readonly isHeld: boolean;
  readonly onScroll: () => void;
  readonly hold: () => void;
  readonly toggle: () => void;
  readonly toLatest: () => void;
  /** Scrolls a line into view. */
  readonly reveal: (index: number) => void;
  /** Lines that fit into the view. */
  readonly pageLines: () => number;
}

/** Keeps the newest line in view until the person scrolls up or pauses, and the present one afterwards. */
export function useFollow(stream: LogStream, view: LogView): Follow {
  const scroller = useRef<HTMLDivElement>(null);
  const [heldBy, setHeldBy] = useState<'person' | 'scroll' | null>(null);
  const before = useRef<{ readonly first: number; readonly top: number }>({ first: 0, top: 0 });
  const { lines } = view;

  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 12,
    getItemKey: (index) => lines[index]?.id ?? index,
  });

  useLayoutEffect(() => {
    setHeldBy(null);
  }, [stream]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const first = lines[0]?.id ?? 0;
    if (heldBy === null) element.scrollTop = element.scrollHeight;
    else if (before.current.first !== 0 && first !== before.current.first) {
      // Older lines came in above: what was in view stays where it was.
      const shift = lines.findIndex((line) => line.id === before.current.first);
      if (shift > 0) element.scrollTop = before.current.top + shift * lineHeight;
    }
    before.current = { first, top: element.scrollTop };
  }, [lines, heldBy]);

  const hold = useCallback(() => {
    stream.hold();
    setHeldBy((by) => by ?? 'scroll');
  }, [stream]);
  const toLatest = useCallback(() => {
    stream.follow();
    setHeldBy(null);
  }, [stream]);
  const toggle = useCallback(() => {
    if (heldBy !== null) toLatest();
    else {
      stream.hold();
      setHeldBy('person');
    }
  }, [heldBy, stream, toLatest]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const fromEnd = element.scrollHeight - element.clientHeight - element.scrollTop;
    const wentUp = element.scrollTop < before.current.top - 1;
    const isAtEnd = fromEnd < lineHeight;
    if (heldBy === null && wentUp && !isAtEnd) hold();
    else if (heldBy === 'scroll' && isAtEnd && !wentUp) toLatest();
    before.current = { first: before.current.first, top: element.scrollTop };
    if (element.scrollTop < reachOfTop && heldBy !== null) void stream.loadOlder();
  }, [heldBy, hold, toLatest, stream]);

  return {
    scroller,
    virtualizer,
    isHeld: heldBy !== null,
    onScroll,
    hold,
    toggle,
    toLatest,
    reveal: (index) => {
      virtualizer.scrollToIndex(index, { align: 'auto' });
    },
    pageLines: () =>
      Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1),
  };
}
