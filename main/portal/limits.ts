/** Every limit of personal links and of the pages for owners, with its reason. */
export const portalLimits = {
  /** Octets of a link's token: 256 bits, which nobody guesses. */
  tokenOctets: 32,
  /** The same for what browsers carry. */
  cookieOctets: 32,

  /** Body of a form; the longest one is far shorter. */
  bodyOctets: 16_384,

  /** Links that do not exist and one network may open before it has to wait. */
  unknownLinks: 20,
  /** Pages of links that one network may open: a whole office may be behind one address. */
  linkPages: 600,
  linkWindowMs: 600_000,
  /** Networks that are remembered; the one that was quiet longest is forgotten first. */
  networks: 10_000,
  /** Log lines about links that do not exist, within the window, whoever opens them. */
  unknownLines: 20,

  /** Wrong passwords before waiting starts: of one network for one account, and of one network. */
  freeGuesses: 5,
  freeGuessesOfNetwork: 30,
  /** The same for one account from everywhere else than where its owner has been seen. */
  freeGuessesOfAccount: 20,
  /** Waiting starts with this and doubles up to the other. */
  firstWaitMs: 5_000,
  longestWaitMs: 900_000,
  /** For an account as a whole it stays short, or else a stranger could keep its owner out. */
  longestWaitOfAccountMs: 60_000,
  /** Whoever was quiet for so long starts anew. */
  forgetGuessesMs: 3_600_000,
  guessers: 10_000,
  /** Sign-ins that are looked at at once: each may hold a connection to a mail server. */
  signInsAtOnce: 20,
  /** A wrong sign-in is answered no sooner, so that the time tells nothing of the account. */
  refusalMs: 2_000,

  /** A session ends after so long without a request, and after so long in any case. */
  sessionIdleMs: 20 * 60_000,
  sessionMs: 12 * 3_600_000,
  sessions: 2_000,
  sessionsOfAccount: 10,

  /** Devices that an owner may have by adding them. */
  devicesOfAccount: 20,
  /** What an owner may do within an hour: it costs money, or fills the list. */
  perHour: { add: 10, send: 5, link: 20 },
  hourMs: 3_600_000,
  owners: 10_000,
} as const;
