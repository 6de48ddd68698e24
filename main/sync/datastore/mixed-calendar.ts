import { bareSourceUri } from '../../../shared/model/source-uri.ts';
import { contentTypeOf, fitsWildcard } from '../../groupware/content/index.ts';
import type { DatastoreInfo, DeviceInfo } from '../../codecs/syncml/message/device-info.ts';

/** Devices that a rule is for, and whether their calendar holds their tasks too. */
export interface MixedCalendarRule {
  readonly manufacturer: string;
  readonly model?: string;
  readonly isMixed: boolean;
}

/**
 * Devices of which it is known whether calendar and tasks are one database to them. The first rule
 * that fits counts; of others their device information tells it.
 */
export const mixedCalendarRules: readonly MixedCalendarRule[] = [
  { manufacturer: 'Nokia*', isMixed: true },
  { manufacturer: 'Pushdesk', model: 'Virtual phone with one calendar', isMixed: true },
  { manufacturer: 'Sony*Ericsson*', model: 'P?00*', isMixed: true },
  { manufacturer: 'Sony*Ericsson*', model: 'M600*', isMixed: true },
  // They list every component of the type for each database that uses it.
  { manufacturer: 'Patrick Ohly*', isMixed: false },
  { manufacturer: 'Synthesis*', isMixed: false },
  { manufacturer: 'Funambol*', isMixed: false },
];

/** Names of databases that say it themselves, in lower case: Ovi's, and those of some hosters. */
const mixedNames: ReadonlySet<string> = new Set(['eventtask', 'eventtask/tasks', 'caltask']);

/** Whether a database of this name holds events and tasks, whoever has it. */
export function isMixedName(uri: string): boolean {
  return mixedNames.has(bareSourceUri(uri).toLowerCase());
}

/** Whether a device syncs its events and its tasks as one datastore. */
export function hasMixedCalendar(
  info: DeviceInfo | undefined,
  rules: readonly MixedCalendarRule[] = mixedCalendarRules,
): boolean {
  if (info === undefined) return false;
  const calendars = info.datastores.filter(isCalendarLike);
  // Whatever its maker does elsewhere: this one has a database for each.
  if (calendars.length > 1) return false;
  const rule = rules.find(
    ({ manufacturer, model }) =>
      fitsWildcard(manufacturer, info.manufacturer) && fitsWildcard(model, info.model),
  );
  if (rule !== undefined) return rule.isMixed;
  const [only] = calendars;
  return only !== undefined && holdsBoth(only);
}

function isCalendarLike({ receivePreferred, sendPreferred }: DatastoreInfo): boolean {
  return [receivePreferred, sendPreferred].some(({ type, version }) => {
    const known = contentTypeOf(type, version);
    return known === 'icalendar' || known === 'vcalendar-1.0';
  });
}

/** BEGIN is a property of CTCap; its values are the components that the device stores. */
function holdsBoth({ capabilities }: DatastoreInfo): boolean {
  return capabilities.some(({ properties }) => {
    const begin = properties.find(({ name }) => name.toUpperCase() === 'BEGIN');
    const components = begin?.values?.map((value) => value.toUpperCase()) ?? [];
    return components.includes('VEVENT') && components.includes('VTODO');
  });
}
