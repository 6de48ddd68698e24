const waiting: (() => void)[] = [];

/**
 * Resolves when it is the caller's turn: one caller for each round of the event loop, in the order in
 * which they came. A plain `setImmediate` would let everybody who waits go on in the same round, and
 * fifty who each work for ten milliseconds hold the loop for half a second.
 *
 * There is one queue for the process, as there is one event loop.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveTurn);
  });
}

function giveTurn(): void {
  waiting.shift()?.();
  // Called within a round, it is for the next one.
  if (waiting.length > 0) setImmediate(giveTurn);
}
