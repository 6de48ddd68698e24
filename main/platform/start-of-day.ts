/** Midnight before this instant, in the machine's own zone: what an admin means by today. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}
