/**
 * Every limit of content conversion in one place. They keep hostile items from costing more time or
 * memory than an honest one could.
 */
export const contentLimits = {
  /** A contact with a 5 MB photo in Base64, twice over. */
  objectBytes: 20 * 1024 * 1024,
  /** Lines after unfolding, or XML elements: long series have thousands of exceptions. */
  properties: 20_000,
  /** VCALENDAR, VEVENT, VALARM is three; AGENT cards and vendors' own components nest further. */
  depth: 16,
  /** Sub-components of one object: overridden instances, alarms, time-zone observances. */
  components: 5_000,
  /** Name and parameters of one line. */
  headLength: 8_192,
  params: 64,
  /** Parts of one structured or list value. */
  valueParts: 10_000,
  /** Dates and overridden instances of one series. */
  recurrenceDates: 10_000,
  /** Numbers in one part of a recurrence rule: BYYEARDAY may name every day, and every negative. */
  ruleParts: 732,
  ruleLength: 8_192,
  /** COUNT and INTERVAL above this are noise. */
  ruleNumber: 1_000_000,
  /** Observances of a VTIMEZONE that are looked at when its IANA zone is guessed. */
  zoneObservances: 200,
} as const;
