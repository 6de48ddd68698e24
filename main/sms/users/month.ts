/** The first day of the month of an instant by the machine's own zone: `2026-11-01`. */
export function monthStart(at: number, monthsBack = 0): string {
  const date = new Date(at);
  const first = new Date(date.getFullYear(), date.getMonth() - monthsBack, 1);
  const month = String(first.getMonth() + 1).padStart(2, '0');
  return `${String(first.getFullYear())}-${month}-01`;
}
