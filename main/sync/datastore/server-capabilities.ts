import type {
  ContentCapability,
  ContentTypeRef,
  PropertyInfo,
} from '../../codecs/syncml/message/device-info.ts';
import { contentTypes, type ContentType } from '../../groupware/content/index.ts';

const telTypes = ['HOME', 'WORK', 'CELL', 'VOICE', 'FAX', 'PAGER', 'CAR', 'VIDEO', 'PREF'];

const card: readonly PropertyInfo[] = [
  values('BEGIN', 'VCARD'),
  values('END', 'VCARD'),
  { name: 'VERSION', maxOccurs: 1 },
  ...names('N FN NICKNAME SORT-STRING'),
  typed('TEL', ...telTypes),
  typed('EMAIL', 'INTERNET', 'HOME', 'WORK', 'PREF'),
  typed('URL', 'HOME', 'WORK'),
  typed('ADR', 'HOME', 'WORK', 'POSTAL', 'PREF'),
  ...names('LABEL ORG TITLE ROLE BDAY X-ANNIVERSARY NOTE CATEGORIES CLASS PHOTO LOGO SOUND KEY'),
  ...names('GEO TZ MAILER AGENT UID REV'),
];
const planned = names(
  'UID CREATED LAST-MODIFIED SEQUENCE SUMMARY DESCRIPTION LOCATION CATEGORIES CLASS STATUS PRIORITY ' +
    'DTSTART DUE COMPLETED DTEND RRULE RDATE EXDATE ATTENDEE RELATED-TO URL GEO TRANSP ATTACH',
);

/** Properties of each type that the server holds, beside all others, which it keeps word for word. */
const properties: Partial<Record<ContentType, readonly PropertyInfo[]>> = {
  'vcard-2.1': card,
  'vcard-3.0': card,
  icalendar: [
    values('BEGIN', 'VCALENDAR', 'VEVENT', 'VTODO', 'VJOURNAL', 'VTIMEZONE', 'VALARM'),
    values('END', 'VCALENDAR', 'VEVENT', 'VTODO', 'VJOURNAL', 'VTIMEZONE', 'VALARM'),
    values('VERSION', '2.0'),
    ...planned,
    ...names('DTSTAMP DURATION PERCENT-COMPLETE ORGANIZER CONTACT COMMENT RESOURCES'),
    ...names('RECURRENCE-ID EXRULE TZID TZNAME TZOFFSETFROM TZOFFSETTO ACTION TRIGGER REPEAT'),
  ],
  'vcalendar-1.0': [
    values('BEGIN', 'VCALENDAR', 'VEVENT', 'VTODO'),
    values('END', 'VCALENDAR', 'VEVENT', 'VTODO'),
    values('VERSION', '1.0'),
    ...planned,
    ...names('DCREATED AALARM DALARM MALARM PALARM TZ DAYLIGHT EXRULE RNUM RESOURCES'),
  ],
  vnote: [
    values('BEGIN', 'VNOTE'),
    values('END', 'VNOTE'),
    ...names('VERSION SUMMARY BODY CATEGORIES CLASS DCREATED LAST-MODIFIED UID'),
  ],
};

/**
 * What the server stores of a type (CTCap). What the client stores of it is named too: the server
 * keeps everything, and clients send only what they find here.
 */
export function serverCapability(
  type: ContentType,
  client: ContentCapability | undefined,
): ContentCapability | undefined {
  const own = properties[type];
  if (own === undefined) return undefined;
  const known = new Set(own.map(({ name }) => name));
  const more = (client?.properties ?? []).filter(({ name }) => !known.has(name.toUpperCase()));
  return {
    ...typeRef(type),
    properties: [...own, ...more.map(({ name }) => ({ name }))],
  };
}

/** A type as device information names it. */
export function typeRef(type: ContentType): ContentTypeRef {
  const { mediaType, version } = contentTypes[type];
  return { type: mediaType, version };
}

function names(list: string): PropertyInfo[] {
  return list.split(' ').map((name) => ({ name }));
}

function values(name: string, ...legal: readonly string[]): PropertyInfo {
  return { name, values: legal };
}

function typed(name: string, ...types: readonly string[]): PropertyInfo {
  return { name, parameters: [{ name: 'TYPE', values: types }] };
}
