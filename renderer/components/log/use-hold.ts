import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import type { LogStream } from './log-stream.ts';

/** Whether the view follows the newest line, and what changes that. */
export interface Hold {
  /** Who holds the view: the person by a command, scrolling up, or nobody. */
  readonly heldBy: 'person' | 'scroll' | null;
  readonly isHeld: boolean;
  /** Holds the view because it was scrolled. */
  readonly hold: () => void;
  /** Pauses or goes on, by the person's command. */
  readonly toggle: () => void;
  /** Follows again, from the newest line. */
  readonly toLatest: () => void;
}

/** Following and holding of a stream's view; a new stream begins by following. */
export function useHold(stream: LogStream): Hold {
  const [heldBy, setHeldBy] = useState<Hold['heldBy']>(null);
  useLayoutEffect(() => {
    setHeldBy(null);
  }, [stream]);
  const hold = useCallback(() => {
    stream.hold();
    setHeldBy((by) => by ?? 'scroll');
  }, [stream]);
  const toLatest = useCallback(() => {
    stream.follow();
    setHeldBy(null);
  }, [stream]);
  const toggle = useCallback(() => {
    if (heldBy !== null) {
      toLatest();
      return;
    }
    stream.hold();
    setHeldBy('person');
  }, [heldBy, stream, toLatest]);
  return useMemo(
    () => ({ heldBy, isHeld: heldBy !== null, hold, toggle, toLatest }),
    [heldBy, hold, toggle, toLatest],
  );
}
