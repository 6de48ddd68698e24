const firstNames = ['Ada', 'Božena', 'Chiara', 'Dirk', 'Émile', 'Fatima', 'Grzegorz', 'Hana'];
const lastNames = [
  'Nowak',
  'Dvořák',
  'Müller',
  'Rossi',
  'Lefèvre',
  'Jensen',
  'Kowalska',
  'Świątek',
];
const streets = ['Hauptstraße', 'Długa', 'Vodičkova', 'Rue de la Paix', 'Via Roma', 'Long Lane'];

/** The first and last name of a made-up person; of two numbers they are never both the same. */
export function personOf(number: number): { readonly first: string; readonly last: string } {
  const first = firstNames[number % firstNames.length] ?? '';
  const last = lastNames[Math.floor(number / 3) % lastNames.length] ?? '';
  return { first, last: `${last}-${number}` };
}

/** A contact of about 450 octets, as a vCard 3.0 (RFC 2426). `version` counts changes of it. */
export function contactCard(number: number, version = 0): string {
  const { first, last } = personOf(number);
  const digits = String(number).padStart(6, '0');
  const street = streets[number % streets.length] ?? '';
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${last};${first};;;`,
    `FN:${first} ${last}`,
    `ORG:Company ${number % 97};Department ${number % 11}`,
    `TITLE:Engineer ${number % 13}`,
    `TEL;TYPE=CELL:+48600${digits}`,
    `TEL;TYPE=WORK,VOICE:+4822${digits}`,
    `EMAIL;TYPE=INTERNET:person.${number}@example.org`,
    `ADR;TYPE=WORK:;;${street} ${number % 200};Kraków;;30-${String(number % 1_000).padStart(3, '0')};Poland`,
    `URL:http://www.example.org/people/${number}`,
    `BDAY:19${String(50 + (number % 50))}-0${1 + (number % 9)}-1${number % 10}`,
    `NOTE:Person number ${number}\\, version ${version}. Met at the fair in hall ${number % 17}.`,
    'END:VCARD',
    '',
  ].join('\r\n');
}

/** An event of an hour, as an iCalendar 2.0 object (RFC 5545). */
export function eventObject(number: number, version = 0): string {
  const day = String(1 + (number % 28)).padStart(2, '0');
  const month = String(1 + (Math.floor(number / 28) % 12)).padStart(2, '0');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//example.org//samples//EN',
    'BEGIN:VEVENT',
    `UID:event-${number}@example.org`,
    'DTSTAMP:20260101T000000Z',
    `DTSTART:2026${month}${day}T090000Z`,
    `DTEND:2026${month}${day}T100000Z`,
    `SUMMARY:Meeting ${number}, version ${version}`.replace(',', '\\,'),
    'LOCATION:Room 4',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
