import { defaultProfile, type ContentProfile } from './profile.ts';

/** Who a device says it is (OMA DS DevInf: Man, Mod, SwV). */
export interface DeviceIdentity {
  readonly manufacturer?: string;
  readonly model?: string;
  readonly softwareVersion?: string;
}

/** Devices that a rule is for, `*` standing for anything, and what is different with them. */
export interface DeviceProfileRule {
  readonly manufacturer?: string;
  readonly model?: string;
  readonly softwareVersion?: string;
  readonly changes: Partial<ContentProfile>;
}

/**
 * What is known of devices; all rules that fit apply, later ones win. A new device is a new row, and
 * a store may add rows of its own.
 */
export const deviceProfileRules: readonly DeviceProfileRule[] = [
  {
    manufacturer: 'Nokia*',
    changes: {
      // Symbian knows alarms as moments in UTC only, nothing before 1980, and a wrong PHOTO size.
      alarmTimes: 'absolute-utc',
      alarmProperties: ['AALARM'],
      minYear: 1980,
      ignoreSizes: ['PHOTO'],
      photoType: false,
      times: 'utc',
      overrides: 'exclude',
      rename: { NICKNAME: 'X-EPOCSECONDNAME' },
    },
  },
  { manufacturer: 'Nokia*', model: 'Nokia 6*', changes: { times: 'local' } },
  {
    manufacturer: 'SonyEricsson*',
    changes: {
      emptyProperties: 'dummy',
      alarmProperties: ['AALARM'],
      times: 'utc',
      overrides: 'exclude',
    },
  },
  { manufacturer: 'Sony Ericsson*', changes: { emptyProperties: 'dummy', times: 'utc' } },
  {
    manufacturer: 'Sony Ericsson*',
    model: 'P?00*',
    changes: { charsetIn: 'iso-8859-1', allDay: 'hour-24', times: 'local' },
  },
  { manufacturer: 'Ericsson*', changes: { charsetOut: 'iso-8859-1', charsetIn: 'iso-8859-1' } },
  { manufacturer: 'Siemens*', changes: { emptyProperties: 'omit', overrides: 'exclude' } },
  {
    manufacturer: 'Motorola*',
    changes: { quotedPrintable: 'non-ascii', fold: false, times: 'local', overrides: 'exclude' },
  },
  { manufacturer: 'Funambol*', changes: { escapesLegacyText: true, times: 'utc' } },
  { manufacturer: 'Synthesis*', changes: { alarmTimes: 'relative' } },
  { manufacturer: 'Patrick Ohly', changes: { times: 'zoned', alarmTimes: 'relative' } },
];

/** The profile of a device: the default, then its user's zone, then every rule that fits. */
export function profileOf(
  device: DeviceIdentity,
  zone: string,
  rules: readonly DeviceProfileRule[] = deviceProfileRules,
): ContentProfile {
  const fitting = rules.filter(
    (rule) =>
      fitsWildcard(rule.manufacturer, device.manufacturer) &&
      fitsWildcard(rule.model, device.model) &&
      fitsWildcard(rule.softwareVersion, device.softwareVersion),
  );
  const changes = fitting.map((rule) => rule.changes);
  return Object.assign({}, defaultProfile, { zone }, ...changes) as ContentProfile;
}

/**
 * Whether a text fits a pattern: `*` is any number of characters, `?` is one, letter case does not
 * count. Everything fits where there is no pattern.
 */
export function fitsWildcard(pattern: string | undefined, value: string | undefined): boolean {
  if (pattern === undefined) return true;
  return fitsFrom(pattern.toLowerCase(), (value ?? '').trim().toLowerCase().slice(0, 256));
}

/** Without a regular expression, as both sides come from outside; one step back per star. */
function fitsFrom(pattern: string, value: string): boolean {
  let star = -1;
  let mark = 0;
  let at = 0;
  let index = 0;
  while (index < value.length) {
    const expected = pattern[at];
    if (expected === '*') {
      star = at;
      mark = index;
      at += 1;
    } else if (expected === '?' || expected === value[index]) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      index = mark;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
