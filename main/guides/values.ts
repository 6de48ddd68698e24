/**
 * Values that a guide's texts can name as `{name}`. What an installation or a device does not tell is
 * shown as `placeholders.<name>` of the texts.
 */
export const valueNames = [
  /** Address that is typed into a phone, with its port and path. */
  'url',
  /** The same, taken apart for phones that ask for it so. */
  'host',
  'port',
  'path',
  /** Address of the account: what a phone signs in with. */
  'user',
  /** Name of the settings on the phone. */
  'profile',
  'organisation',
  /** Id by which alerts name this server. */
  'serverId',
  'deviceName',
  'clientType',
  /** Names of the databases, as the phone has to write them. */
  'contacts',
  'calendar',
  'tasks',
  'notes',
  'inbox',
  'briefcase',
  'pinDigits',
  'linkHours',
  'incomingMail',
  'outgoingMail',
  'caldavUrl',
  'carddavUrl',
  /** Where the self-made authority of the certificate can be fetched. */
  'certificateUrl',
  'mergeSeconds',
] as const;

/** Name of a value, as texts write it in braces. */
export type GuideValueName = (typeof valueNames)[number];

/** What is known of them; null and missing ones are shown by their placeholders. */
export type GuideValues = Partial<Readonly<Record<GuideValueName, string | null>>>;
