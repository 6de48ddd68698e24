import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { LogStream } from './log-stream.ts';
import type { Hold } from './use-hold.ts';

/** Height of one line of the log in pixels, as in the style sheet. */
export const lineHeight = 24;
/**
 * Lines beyond the edges of the view that are in the page as well: while it is scrolled by hand, and while
 * it follows, where every line counts at five hundred a second.
 */
const overscan = { held: 12, following: 1 } as const;
/** Distance from the top, in pixels, at which older lines are read. */
const reachOfTop = 400;

/** Lines that are in the page: from `first` up to and without `end`. */
export interface LineWindow {
  readonly first: number;
  readonly end: number;
}

/** The lines of a view of `height` pixels that is scrolled to `top`, out of `count`, and `more` beyond. */
export function lineWindow(
  top: number,
  height: number,
  count: number,
  more: number = overscan.held,
): LineWindow {
  const first = Math.max(0, Math.floor(top / lineHeight) - more);
  const end = Math.min(count, Math.ceil((top + height) / lineHeight) + more);
  return { first: Math.min(first, Math.max(0, count - 1)), end };
}

/** The scrolling of the lines. */
export interface Follow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly window: LineWindow;
  readonly onScroll: () => void;
  /** Scrolls a line into view. */
  readonly reveal: (index: number) => void;
  /** Lines that fit into the view. */
  readonly pageLines: () => number;
}

/** What {@link useFollow} needs. */
export interface FollowOptions {
  readonly stream: LogStream;
  readonly lines: readonly LogEntry[];
  readonly hold: Hold;
  /** Line that stays in view when the view becomes smaller. */
  readonly keptId: number | null;
}

/**
 * Keeps the newest line in view until the person scrolls up or pauses, and what is in view where it is
 * afterwards. All lines are equally high, so that their places need no measuring, however many there are.
 */
export function useFollow({ stream, lines, hold, keptId }: FollowOptions): Follow {
  const scroller = useRef<HTMLDivElement>(null);
  const before = useRef<{ readonly firstId: number; readonly top: number }>({ firstId: 0, top: 0 });
  const [place, setPlace] = useState<{ readonly top: number; readonly height: number }>({
    top: 0,
    height: 0,
  });
  const { heldBy, hold: holdView, toLatest } = hold;
  const isFollowing = heldBy === null;

  const viewHeight = useRef(0);
  const readPlace = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop: top, clientHeight: height } = element;
    viewHeight.current = height;
    setPlace((known) => (known.top === top && known.height === height ? known : { top, height }));
  }, []);

  const reveal = useCallback((index: number) => {
    const element = scroller.current;
    if (element === null) return;
    const top = index * lineHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + lineHeight > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + lineHeight - element.clientHeight;
    }
  }, []);
  const kept = useRef({ lines, keptId });
  useEffect(() => {
    kept.current = { lines, keptId };
  }, [lines, keptId]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      if (isFollowing) element.scrollTop = element.scrollHeight;
      else if (element.clientHeight < viewHeight.current) {
        const index = kept.current.lines.findIndex((line) => line.id === kept.current.keptId);
        if (index >= 0) reveal(index);
      }
      readPlace();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [isFollowing, readPlace, reveal]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const firstId = lines[0]?.id ?? 0;
    if (isFollowing) {
      // Nothing is read back: that would make the browser lay out the lines at once, for every few.
      const end = lines.length * lineHeight;
      element.scrollTop = end;
      before.current = { firstId, top: Math.max(0, end - viewHeight.current) };
      return;
    }
    if (before.current.firstId !== 0 && firstId !== before.current.firstId) {
      // Older lines came in above: what was in view stays where it was.
      const shift = lines.findIndex((line) => line.id === before.current.firstId);
      if (shift > 0) element.scrollTop = before.current.top + shift * lineHeight;
    }
    before.current = { firstId, top: element.scrollTop };
    readPlace();
  }, [lines, isFollowing, readPlace]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const fromEnd = element.scrollHeight - element.clientHeight - element.scrollTop;
    const wentUp = element.scrollTop < before.current.top - 1;
    const isAtEnd = fromEnd < lineHeight;
    if (heldBy === null && wentUp && !isAtEnd) holdView();
    else if (heldBy === 'scroll' && isAtEnd && !wentUp) toLatest();
    before.current = { firstId: before.current.firstId, top: element.scrollTop };
    readPlace();
    if (element.scrollTop < reachOfTop && heldBy !== null) void stream.loadOlder();
  }, [heldBy, holdView, toLatest, stream, readPlace]);

  const pageLines = useCallback(
    () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lineHeight) - 1),
    [],
  );

  return {
    scroller,
    window: isFollowing
      ? lineWindow(
          Math.max(0, lines.length * lineHeight - place.height),
          place.height,
          lines.length,
        )
      : lineWindow(place.top, place.height, lines.length),
    onScroll,
    reveal,
    pageLines,
  };
}
