/** How long a mail server may take. An admin waits for the answer of a test, and a page of a link. */
export const mailLimits = {
  dnsMs: 10_000,
  connectMs: 10_000,
  greetingMs: 10_000,
  /** Longest silence in the middle of the conversation. */
  socketMs: 20_000,
  /** Longest detail of a failure that is told; servers can be long-winded. */
  detailLength: 300,
  subjectLength: 200,
} as const;
