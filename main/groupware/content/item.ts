/**
 * The one inner form of everything that is synchronised: JSON, complete, and independent of the
 * type that it came in. Codecs translate between it and the types on the wire.
 *
 * Absent means "not there"; empty texts and empty lists are never stored.
 */

/** One parameter. `GROUP` holds a property's group, as jCard does (RFC 7095 §7.1). */
export interface RawParam {
  /** Upper case. */
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * A property that no typed field holds, kept word for word. The value stands in the escaping of
 * vCard 3.0 and iCalendar (RFC 2426 §4); binary values are Base64 with a parameter ENCODING=B.
 */
export interface RawProperty {
  /** As it was written; compared without regard to case. */
  readonly name: string;
  readonly params: readonly RawParam[];
  readonly value: string;
}

/** A component that no typed field holds (an AGENT card, a vendor's own block). */
export interface RawComponent {
  /** Upper case. */
  readonly name: string;
  readonly properties: readonly RawProperty[];
  readonly components: readonly RawComponent[];
}

/**
 * A point in time or a day.
 * - `date`: a whole day, `2024-03-31`
 * - `utc`: an instant, `2024-03-31T08:00:00Z`
 * - `floating`: the same reading of the clock wherever one is, `2024-03-31T10:00:00`
 * - `zoned`: a reading of the clock in an IANA zone
 */
export type When =
  | { readonly kind: 'date'; readonly at: string }
  | { readonly kind: 'utc'; readonly at: string }
  | { readonly kind: 'floating'; readonly at: string }
  | { readonly kind: 'zoned'; readonly at: string; readonly zone: string };

/** Days of the week as RFC 5545 names them. */
export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU';

/** RFC 5545 §3.3.10, one rule of a series. */
export interface RecurrenceRule {
  readonly frequency:
    'secondly' | 'minutely' | 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';
  /** Every n-th; absent is 1. */
  readonly interval?: number;
  readonly count?: number;
  /** Last possible instance. */
  readonly until?: When;
  readonly weekStart?: Weekday;
  /** `nth` is negative when counted from the end of the period. */
  readonly byDay?: readonly { readonly day: Weekday; readonly nth?: number }[];
  readonly byMonthDay?: readonly number[];
  readonly byMonth?: readonly number[];
  readonly byYearDay?: readonly number[];
  readonly byWeekNumber?: readonly number[];
  readonly byHour?: readonly number[];
  readonly byMinute?: readonly number[];
  readonly bySecond?: readonly number[];
  readonly bySetPosition?: readonly number[];
}

/** When an alarm rings: so many seconds from the start or end (negative is before), or at a time. */
export type AlarmTrigger =
  { readonly seconds: number; readonly related: 'start' | 'end' } | { readonly at: When };

/** One alarm of an event or a task. */
export interface Alarm {
  readonly action: 'audio' | 'display' | 'email' | 'procedure';
  readonly trigger: AlarmTrigger;
  readonly description?: string;
  /** Further rings, and the seconds between them. */
  readonly repeat?: { readonly count: number; readonly seconds: number };
  readonly extra?: readonly RawProperty[];
}

/** Organizer or attendee. */
export interface Person {
  /** Usually `mailto:…`; as written when it is no e-mail address. */
  readonly address: string;
  readonly name?: string;
  /** RFC 5545 §3.2.16, upper case. */
  readonly role?: string;
  /** RFC 5545 §3.2.12, upper case. */
  readonly status?: string;
  readonly params?: readonly RawParam[];
}

/** A value with the words that describe it (`cell`, `work`, `pref`), lower case and sorted. */
export interface Typed {
  readonly value: string;
  readonly types?: readonly string[];
  readonly params?: readonly RawParam[];
}

/** The parts of a person's name (RFC 2426 §3.1.2). */
export interface PersonName {
  readonly family?: string;
  readonly given?: string;
  readonly middle?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A postal address (RFC 2426 §3.2.1). */
export interface PostalAddress {
  readonly poBox?: string;
  readonly extended?: string;
  readonly street?: string;
  readonly city?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly types?: readonly string[];
  readonly params?: readonly RawParam[];
}

/** A picture: its bytes in Base64, or where it is. */
export type Photo =
  { readonly data: string; readonly mediaType?: string } | { readonly url: string };

/** What all vCard- and iCalendar-like items share. */
interface Common {
  readonly uid?: string;
  /** Created and last changed, `2024-03-31T08:00:00Z`. */
  readonly created?: string;
  readonly modified?: string;
  readonly categories?: readonly string[];
  /** `PUBLIC`, `PRIVATE`, `CONFIDENTIAL` or what the format said, upper case. */
  readonly classification?: string;
  /** Parameters that the format has no field for, by property name. */
  readonly params?: Readonly<Record<string, readonly RawParam[]>>;
  readonly extra?: readonly RawProperty[];
  readonly components?: readonly RawComponent[];
}

/** One person or company. */
export interface ContactItem extends Common {
  readonly kind: 'contact';
  readonly name?: PersonName;
  /** Only when it differs from what the parts of the name make. */
  readonly formattedName?: string;
  readonly nicknames?: readonly string[];
  readonly fileAs?: string;
  readonly organization?: string;
  readonly units?: readonly string[];
  readonly title?: string;
  readonly role?: string;
  readonly phones?: readonly Typed[];
  readonly emails?: readonly Typed[];
  readonly urls?: readonly Typed[];
  readonly addresses?: readonly PostalAddress[];
  /** `1951-03-02`, or `--03-02` without a year. */
  readonly birthday?: string;
  readonly anniversary?: string;
  readonly notes?: string;
  readonly photo?: Photo;
}

/** A series: rules, additional starts, cancelled starts. */
export interface Recurrence {
  readonly rules?: readonly RecurrenceRule[];
  readonly dates?: readonly When[];
  readonly exceptions?: readonly When[];
}

/** What events and tasks share. */
interface Planned extends Common {
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start?: When;
  readonly recurrence?: Recurrence;
  /** Of an instance that differs from its series: the start that the series gave it. */
  readonly recurrenceId?: When;
  readonly alarms?: readonly Alarm[];
  /** RFC 5545 §3.8.1.11, upper case. */
  readonly status?: string;
  /** 1 highest to 9 lowest; 0 undefined. */
  readonly priority?: number;
  readonly organizer?: Person;
  readonly attendees?: readonly Person[];
  readonly url?: string;
  readonly sequence?: number;
  /** Properties of the calendar object around it. */
  readonly envelope?: readonly RawProperty[];
}

/** One event or one series of events. */
export interface EventItem extends Planned {
  readonly kind: 'event';
  /** First moment (or day) after the event. */
  readonly end?: When;
  /** True when it does not block time. */
  readonly transparent?: boolean;
  /** Instances that differ from the series; each has a `recurrenceId`. */
  readonly overrides?: readonly EventItem[];
}

/** One thing to do. */
export interface TaskItem extends Planned {
  readonly kind: 'task';
  readonly due?: When;
  readonly completed?: string;
  /** 0 to 100. */
  readonly percent?: number;
  readonly overrides?: readonly TaskItem[];
}

/** A note: its first line, and what follows it. */
export interface NoteItem extends Common {
  readonly kind: 'note';
  readonly subject?: string;
  readonly text?: string;
  readonly date?: When;
  readonly envelope?: readonly RawProperty[];
}

/** A mail as it travels: the whole message and the marks on it. */
export interface MailItem {
  readonly kind: 'mail';
  /** RFC 5322 source, Base64. */
  readonly body: string;
  readonly read?: boolean;
  readonly forwarded?: boolean;
  readonly replied?: boolean;
  readonly deleted?: boolean;
  readonly flagged?: boolean;
  readonly received?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly extensions?: readonly NamedValues[];
}

/** A named list of an object's extension (`Ext`, `XNam`, `XVal`). */
export interface NamedValues {
  readonly name: string;
  readonly values: readonly string[];
}

/** A file of the briefcase. */
export interface FileItem {
  readonly kind: 'file';
  readonly name: string;
  /** Its bytes, Base64. */
  readonly body?: string;
  readonly contentType?: string;
  readonly created?: string;
  readonly modified?: string;
  readonly accessed?: string;
  /** Letters out of `hsadwrx` (OMA File Data Object). */
  readonly attributes?: string;
  readonly extensions?: readonly NamedValues[];
}

/** A folder of mails or files. */
export interface FolderItem {
  readonly kind: 'folder';
  readonly name: string;
  readonly created?: string;
  readonly modified?: string;
  readonly accessed?: string;
  readonly attributes?: string;
  /** `inbox`, `outbox`, `draft`, `sent`, `trash` …, lower case. */
  readonly role?: string;
  readonly extensions?: readonly NamedValues[];
}

/** Anything that is synchronised. */
export type Item = ContactItem | EventItem | TaskItem | NoteItem | MailItem | FileItem | FolderItem;
/** The word that tells items apart. */
export type ItemKind = Item['kind'];
/** A kind and its item. */
export type ItemOf<Kind extends ItemKind> = Extract<Item, { kind: Kind }>;
