/** Every limit of the API at `/sms/`, with its reason. */
export const smsHttpLimits = {
  /** A thousand numbers and the longest text, percent-encoded, are shorter. */
  bodyOctets: 512 * 1_024,
  /** Bodies on their way in take no more memory together. */
  heldOctets: 64 * 1_048_576,
  /** A program that sends nothing for so long in the middle of a body is given up. */
  bodyIdleMs: 10_000,
  /** Parameters of one request, known ones and others. */
  parameters: 100,
  /** Numbers of one request: each is a message. */
  numbers: 1_000,
  /** Requests that wait for the store; more would only wait longer. */
  underWay: 5_000,
  /** Characters of a number before it is read, and of a user name and a password. */
  numberLength: 32,
  userLength: 80,
  passwordLength: 256,
  /** Characters of the name that a program gives its message. */
  referenceLength: 100,
  /** Shown sender: a number with its plus, or eleven characters. */
  senderLength: 20,
  /**
   * Pushdesks that may pass a message on, one to the other. Two that are each other's gateway would
   * do so for ever.
   */
  hops: 3,
  /** When to come again after "busy". */
  retryAfterSeconds: 5,

  /** Wrong passwords of one network for one user, and of one network, within the window. */
  failuresOfUser: 10,
  failuresOfNetwork: 50,
  failureWindowMs: 60_000,
  /** Networks and users that are remembered; the one that was quiet longest is forgotten first. */
  failures: 10_000,
  /** Log lines about refused sign-ins within the window. */
  failureLines: 20,

  /** Reports in one answer, and seconds that a program may wait for the first. */
  reports: 500,
  waitSeconds: 30,
  /** What becomes known within so long goes into one answer. */
  gatherMs: 20,
  /** Requests that wait at once: of one user, and together. The one that waits longest is answered. */
  waitingOfUser: 4,
  waiting: 1_000,
} as const;

/** Limits of the users of the API. */
export const smsUserLimits = {
  /** Passwords that are being verified at once: each takes 16 MB and 50 ms of a thread. */
  verifying: 8,
  /** Digests of accepted passwords that are remembered. */
  remembered: 10_000,
  /** When a user was last seen is written down so often. */
  lastUsedMs: 60_000,
  /** What a user has sent this month is read anew after so long. */
  monthUseMs: 60_000,
  /** Nor is it read more often for one who is over the limit. */
  monthUseAgainMs: 1_000,
} as const;
