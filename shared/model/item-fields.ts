/**
 * How the value of a readable field is written:
 *
 * - `text`: as the item says it, possibly of several lines
 * - `day`: `2024-03-31`, or `--03-31` without a year
 * - `time`: `2024-03-31` (a day), `2024-03-31T10:00:00` (by any clock), `2024-03-31T10:00:00Z` (an
 *   instant) or `2024-03-31T10:00:00[Europe/Prague]` (RFC 9557)
 * - `rule`: a recurrence rule, `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE` (RFC 5545 §3.3.10)
 * - `duration`: from the reference on, `-PT15M` is a quarter of an hour before (RFC 5545 §3.3.6)
 * - `word`: one of a closed list, in capitals (`CONFIRMED`), or `true`
 * - `number`: digits
 * - `octets`: a size in digits
 */
export type ItemFieldForm =
  'text' | 'day' | 'time' | 'rule' | 'duration' | 'word' | 'number' | 'octets';

/**
 * Every field that `items.get` and `items.history` tell of an item, in the order of display, with the
 * form of its value. The label is `itemFields.<name>` in `shared/i18n`.
 */
export const itemFields = {
  // Contacts.
  name: 'text',
  formattedName: 'text',
  nickname: 'text',
  fileAs: 'text',
  organization: 'text',
  unit: 'text',
  title: 'text',
  role: 'text',
  phone: 'text',
  phoneCell: 'text',
  phoneHome: 'text',
  phoneWork: 'text',
  phoneFax: 'text',
  phonePager: 'text',
  email: 'text',
  emailHome: 'text',
  emailWork: 'text',
  address: 'text',
  addressHome: 'text',
  addressWork: 'text',
  url: 'text',
  urlHome: 'text',
  urlWork: 'text',
  birthday: 'day',
  anniversary: 'day',
  // Events and tasks.
  summary: 'text',
  start: 'time',
  end: 'time',
  due: 'time',
  completed: 'time',
  percent: 'number',
  location: 'text',
  recurrence: 'rule',
  recurrenceDate: 'time',
  recurrenceException: 'time',
  /** Start of an instance that differs from its series, and what it is now. */
  changedInstance: 'text',
  alarmBeforeStart: 'duration',
  alarmBeforeEnd: 'duration',
  alarmAt: 'time',
  status: 'word',
  /** 1 highest to 9 lowest. */
  priority: 'number',
  transparent: 'word',
  organizer: 'text',
  attendee: 'text',
  attendeeAccepted: 'text',
  attendeeDeclined: 'text',
  attendeeTentative: 'text',
  description: 'text',
  // Notes.
  subject: 'text',
  text: 'text',
  date: 'time',
  // Mails, files and folders of these.
  from: 'text',
  to: 'text',
  received: 'time',
  read: 'word',
  replied: 'word',
  forwarded: 'word',
  flagged: 'word',
  fileName: 'text',
  folderName: 'text',
  folderRole: 'text',
  contentType: 'text',
  attributes: 'text',
  size: 'octets',
  created: 'time',
  modified: 'time',
  accessed: 'time',
  // Everything.
  notes: 'text',
  categories: 'text',
  classification: 'word',
  photo: 'octets',
  photoUrl: 'text',
  uid: 'text',
  /** A property that has no field of its own, `NAME: value`. */
  other: 'text',
} as const satisfies Readonly<Record<string, ItemFieldForm>>;

/** Name of a readable field. */
export type ItemFieldName = keyof typeof itemFields;
