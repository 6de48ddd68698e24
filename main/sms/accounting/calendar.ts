/** Days and months by the machine's own zone, as budgets and the cost report count them. */

/** Midnight after this instant. */
export function endOfDay(now: number): number {
  return new Date(now).setHours(24, 0, 0, 0);
}

/** The first instant of the month after this one. */
export function endOfMonth(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth() + 1, 1).getTime();
}

/** `2026-11-22`. */
export function dayOf(at: number): string {
  return `${monthOf(at)}-${padded(new Date(at).getDate())}`;
}

/** `2026-11`. */
export function monthOf(at: number): string {
  const date = new Date(at);
  return `${String(date.getFullYear())}-${padded(date.getMonth() + 1)}`;
}

function padded(value: number): string {
  return String(value).padStart(2, '0');
}
