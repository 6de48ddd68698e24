/** Character sets that devices want. */
export type OutputCharset = 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'us-ascii';

/** A property of a device's CTCap (OMA DS DevInf 1.2 §5): what it stores. */
export interface PropertyCapability {
  readonly name: string;
  /** Octets of the value; more is cut when sending. */
  readonly maxSize?: number;
  readonly maxOccurs?: number;
  /** Legal values of the property itself (ValEnum). */
  readonly values?: readonly string[];
  /** The device refuses to have this one cut: leave it out instead. */
  readonly noTruncate?: boolean;
  /** Legal values of its parameters, by parameter name in upper case. */
  readonly params?: Readonly<Record<string, readonly string[]>>;
}

/**
 * How one device wants its content. All of it is data: a new quirk is a new field or another value,
 * never a question for the vendor.
 */
export interface ContentProfile {
  /** Of values that name none; `auto` is UTF-8 when the octets are, else windows-1252. */
  readonly charsetIn: 'auto' | 'utf-8' | 'iso-8859-1' | 'windows-1252';
  readonly charsetOut: OutputCharset;
  /** IANA zone of the user: what local times without a zone mean. */
  readonly zone: string;
  /** How times are written. `zoned` needs a type that has time zones; others get UTC. */
  readonly times: 'zoned' | 'utc' | 'local';
  /** Break long lines. */
  readonly fold: boolean;
  /** Legacy types: which values become QUOTED-PRINTABLE. */
  readonly quotedPrintable: 'non-ascii' | 'line-breaks';
  /** Legacy types: the device writes `\;` `\,` `\n` in plain texts, as vCard 3.0 does. */
  readonly escapesLegacyText: boolean;
  /** Legacy calendar types: how a whole day is written. */
  readonly allDay: 'midnight' | 'last-second' | 'hour-24' | 'date';
  /** What tells the device to clear a field. */
  readonly emptyProperties: 'omit' | 'empty' | 'dummy';
  /** Legacy calendar types: how alarms are written. */
  readonly alarmTimes: 'absolute-utc' | 'absolute-local' | 'relative';
  /** Legacy calendar types: the alarm properties that the device knows. */
  readonly alarmProperties: readonly ('AALARM' | 'DALARM' | 'MALARM' | 'PALARM')[];
  /** Legacy calendar types: changed instances travel as further components, or as exceptions. */
  readonly overrides: 'inline' | 'exclude';
  /** Send the UID property. */
  readonly uid: boolean;
  readonly photo: boolean;
  /** Name the photo's image type. */
  readonly photoType: boolean;
  /** vCard: dates as `19510302` or `1951-03-02`. */
  readonly dates: 'basic' | 'extended';
  /** The device shows one name only: the whole name goes into the first part of N. */
  readonly oneNameField: boolean;
  /** Names this device calls by another name (server's name → device's name), upper case. */
  readonly rename: Readonly<Record<string, string>>;
  /** Birthdays before this year (or without one) are not sent; the device fails on them. */
  readonly minYear: number;
  /** Octets of one text value, whatever CTCap says; 0 is unlimited. */
  readonly maxTextLength: number;
  /** CTCap sizes of these properties are known to be wrong. */
  readonly ignoreSizes: readonly string[];
  /** The CTCap list of the type in use; absent when the device stores everything. */
  readonly properties?: readonly PropertyCapability[];
}

/** A device that told nothing and needs nothing special. */
export const defaultProfile: ContentProfile = {
  charsetIn: 'auto',
  charsetOut: 'utf-8',
  zone: 'UTC',
  times: 'zoned',
  fold: true,
  quotedPrintable: 'non-ascii',
  escapesLegacyText: false,
  allDay: 'midnight',
  emptyProperties: 'omit',
  alarmTimes: 'absolute-utc',
  alarmProperties: ['AALARM', 'DALARM', 'MALARM', 'PALARM'],
  overrides: 'inline',
  uid: true,
  photo: true,
  photoType: true,
  dates: 'basic',
  oneNameField: false,
  rename: {},
  minYear: 0,
  maxTextLength: 0,
  ignoreSizes: [],
};
