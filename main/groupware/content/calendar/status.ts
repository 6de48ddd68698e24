/** Words of STATUS where vCalendar 1.0 has another for what iCalendar says (vCalendar 1.0 §2.4.6). */
const legacyWords: ReadonlyMap<string, string> = new Map([
  ['IN-PROCESS', 'ACCEPTED'],
  ['CANCELLED', 'DECLINED'],
]);

/** STATUS as iCalendar spells it. */
export function readStatus(text: string, legacy: boolean): string {
  const word = text.trim().toUpperCase().replace(/\s+/g, '-');
  if (!legacy) return word;
  return [...legacyWords].find(([, theirs]) => theirs === word)?.[0] ?? word;
}

/** STATUS as vCalendar 1.0 spells it. */
export function writeLegacyStatus(status: string): string {
  return (legacyWords.get(status) ?? status).replaceAll('-', ' ');
}
