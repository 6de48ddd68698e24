import type { Bounds } from './shell-memory.ts';

/** Smallest window in which the console can be used. */
export const smallestWindow = { width: 720, height: 520 } as const;
const usualWindow = { width: 1280, height: 820 } as const;
/** So much of the window has to lie on a screen for a person to get hold of it. */
const GRIP = 80;

function overlap(from: number, length: number, start: number, size: number): number {
  return Math.min(from + length, start + size) - Math.max(from, start);
}

/** Whether a person could see and move a window there. */
function isReachable(bounds: Bounds, area: Bounds): boolean {
  const isTitleVisible = bounds.y >= area.y - 1 && bounds.y < area.y + area.height - GRIP / 2;
  return isTitleVisible && overlap(bounds.x, bounds.width, area.x, area.width) >= GRIP;
}

/**
 * Where the window opens: where it was, unless the screen it was on is gone.
 *
 * @param areas Work areas of the screens that are there now, the primary one first.
 */
export function placeWindow(
  remembered: Bounds | undefined,
  areas: readonly Bounds[],
): Partial<Bounds> & { readonly width: number; readonly height: number } {
  const [primary] = areas;
  const wanted = remembered ?? usualWindow;
  const home = areas.find((area) => remembered && isReachable(remembered, area)) ?? primary;
  const width = Math.max(smallestWindow.width, Math.min(wanted.width, home?.width ?? Infinity));
  const height = Math.max(smallestWindow.height, Math.min(wanted.height, home?.height ?? Infinity));
  const isStillThere = remembered && areas.some((area) => isReachable(remembered, area));
  return isStillThere ? { x: remembered.x, y: remembered.y, width, height } : { width, height };
}
