/**
 * An amount as a language writes it. Prices of SMS are fractions of a cent now and then, so amounts below
 * one have up to four decimals. `currency` is an ISO 4217 code.
 */
export function formatMoney(language: string, currency: string, amount: number): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: 2,
    maximumFractionDigits: Math.abs(amount) < 1 ? 4 : 2,
  }).format(amount);
}
