const extended = /^(\d{4})-(\d{2})-(\d{2})/;
const basic = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const yearless = /^--(\d{2})-?(\d{2})$/;

/** `1951-03-02`, or `--03-02` without a year, from any way of writing it; else undefined. */
export function readDay(text: string): string | undefined {
  const value = text.trim();
  const full = extended.exec(value) ?? basic.exec(value);
  if (full !== null) {
    const [, year = '', month = '', day = ''] = full;
    return isDay(Number(month), Number(day)) ? `${year}-${month}-${day}` : undefined;
  }
  const [, month = '', day = ''] = yearless.exec(value) ?? [];
  return isDay(Number(month), Number(day)) ? `--${month}-${day}` : undefined;
}

/** A day as a device wants it. */
export function writeDay(day: string, form: 'basic' | 'extended'): string {
  if (form === 'extended') return day;
  return day.startsWith('--') ? `--${day.slice(2).replace('-', '')}` : day.replaceAll('-', '');
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
