const unitSeconds = [86_400, 3_600, 60, 1] as const;

/**
 * A relative validity_period of less than 100 days, `000002030000000R` for two days and three hours
 * (SMPP 3.4 §7.1.1.2); empty leaves it to the service centre.
 */
export function relativeValidity(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  let rest = seconds;
  let text = '0000';
  for (const length of unitSeconds) {
    text += String(Math.floor(rest / length)).padStart(2, '0');
    rest %= length;
  }
  return `${text}000R`;
}
