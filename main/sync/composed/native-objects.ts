import type { ContentType } from '../../groupware/content/index.ts';

/** The octets of a small picture, in Base64. */
export const picture = Buffer.from(
  Array.from({ length: 1_500 }, (_, index) => (index * 7919 + (index >> 3)) & 0xff),
).toString('base64');

const crlf = (...lines: readonly string[]): string => [...lines, ''].join('\r\n');
const vevent = (version: string, lines: readonly string[]): string =>
  crlf(
    'BEGIN:VCALENDAR',
    `VERSION:${version}`,
    'BEGIN:VEVENT',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
  );
const vtodo = (version: string, lines: readonly string[]): string =>
  vevent(version, lines).replaceAll('VEVENT', 'VTODO');
const foldedPicture = (picture.match(/.{1,72}/gu) ?? []).map((line) => ` ${line}`);

/** The same things as the devices of each type write them. */
export type NativeObjects = Partial<Record<ContentType, readonly string[]>>;

/** A contact with a photo and umlauts. */
export const contactObjects: NativeObjects = {
  'vcard-2.1': [
    crlf(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;',
      'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9F & S=C3=B6hne',
      'TEL;CELL:+491701234567',
      'TEL;WORK;VOICE:+493012345',
      'EMAIL;INTERNET:joerg@example.org',
      'ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;Stra=C3=9Fe 1;K=C3=B6ln;;50667;Deutschland',
      'BDAY:1971-03-02',
      'NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:erste Zeile=0D=0Azweite; Zeile, mit Komma',
      'PHOTO;TYPE=JPEG;ENCODING=BASE64:',
      ...foldedPicture,
      '',
      'END:VCARD',
    ),
  ],
  'vcard-3.0': [
    crlf(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:Müller;Jörg;;;',
      'FN:Jörg Müller',
      'ORG:Groß & Söhne',
      'TEL;TYPE=CELL:+491701234567',
      'TEL;TYPE=WORK,VOICE:+493012345',
      'EMAIL;TYPE=INTERNET:joerg@example.org',
      'ADR;TYPE=HOME:;;Straße 1;Köln;;50667;Deutschland',
      'BDAY:1971-03-02',
      'NOTE:erste Zeile\\nzweite\\; Zeile\\, mit Komma',
      'PHOTO;ENCODING=b;TYPE=JPEG:',
      ...foldedPicture,
      'END:VCARD',
    ),
  ],
  'sif-contact': [
    `<?xml version="1.0" encoding="UTF-8"?><contact><SIFVersion>1.1</SIFVersion><FirstName>Jörg</FirstName><LastName>Müller</LastName><CompanyName>Groß &amp; Söhne</CompanyName><MobileTelephoneNumber>+491701234567</MobileTelephoneNumber><BusinessTelephoneNumber>+493012345</BusinessTelephoneNumber><Email1Address>joerg@example.org</Email1Address><HomeAddressStreet>Straße 1</HomeAddressStreet><HomeAddressCity>Köln</HomeAddressCity><HomeAddressPostalCode>50667</HomeAddressPostalCode><HomeAddressCountry>Deutschland</HomeAddressCountry><Birthday>1971-03-02</Birthday><Body>erste Zeile\r\nzweite; Zeile, mit Komma</Body><Photo>${picture}</Photo></contact>`,
  ],
};

/** A series with an exception and an alarm, in the zone Europe/Prague, and an event of whole days. */
export const eventObjects: NativeObjects = {
  icalendar: [
    vevent('2.0', [
      'UID:series-1@example.org',
      'DTSTART;TZID=Europe/Prague:20260302T090000',
      'DTEND;TZID=Europe/Prague:20260302T100000',
      'SUMMARY:Týdenní porada\\, malá',
      'LOCATION:Říčany',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20260427T070000Z',
      'EXDATE;TZID=Europe/Prague:20260309T090000',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'TRIGGER:-PT15M',
      'END:VALARM',
    ]),
    vevent('2.0', [
      'UID:days-1@example.org',
      'DTSTART;VALUE=DATE:20260701',
      'DTEND;VALUE=DATE:20260715',
      'SUMMARY:Dovolená',
    ]),
  ],
  'vcalendar-1.0': [
    vevent('1.0', [
      'DTSTART:20260302T080000Z',
      'DTEND:20260302T090000Z',
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:T=C3=BDdenn=C3=AD porada, mal=C3=A1',
      'LOCATION;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C5=98=C3=AD=C4=8Dany',
      'RRULE:W1 MO 20260427T070000Z',
      'EXDATE:20260309T080000Z',
      'AALARM:20260302T074500Z',
    ]),
    vevent('1.0', [
      'DTSTART:20260701T000000',
      'DTEND:20260715T000000',
      'X-FUNAMBOL-ALLDAY:1',
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dovolen=C3=A1',
    ]),
  ],
  'sif-event': [
    '<?xml version="1.0" encoding="UTF-8"?><appointment><SIFVersion>1.1</SIFVersion><Subject>Týdenní porada, malá</Subject><Location>Říčany</Location><Start>20260302T080000Z</Start><End>20260302T090000Z</End><AllDayEvent>0</AllDayEvent><ReminderSet>1</ReminderSet><ReminderMinutesBeforeStart>15</ReminderMinutesBeforeStart><IsRecurring>1</IsRecurring><RecurrenceType>1</RecurrenceType><Interval>1</Interval><DayOfWeekMask>2</DayOfWeekMask><PatternStartDate>20260302T080000Z</PatternStartDate><NoEndDate>0</NoEndDate><PatternEndDate>20260427T070000Z</PatternEndDate><Exceptions><ExcludeDate>20260309T080000Z</ExcludeDate></Exceptions></appointment>',
    '<?xml version="1.0" encoding="UTF-8"?><appointment><SIFVersion>1.1</SIFVersion><Subject>Dovolená</Subject><AllDayEvent>1</AllDayEvent><Start>2026-07-01</Start><End>2026-07-14</End></appointment>',
  ],
};

/** A task that is due on a day. */
export const taskObjects: NativeObjects = {
  icalendar: [
    vtodo('2.0', [
      'UID:task-1@example.org',
      'SUMMARY:Zaplatit daň',
      'DESCRIPTION:první\\ndruhý',
      'DUE;VALUE=DATE:20260501',
      'PRIORITY:1',
      'STATUS:NEEDS-ACTION',
    ]),
  ],
  'vcalendar-1.0': [
    vtodo('1.0', [
      'SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zaplatit da=C5=88',
      'DESCRIPTION;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:prvn=C3=AD=0D=0Adruh=C3=BD',
      'DUE:20260501T000000',
      'X-FUNAMBOL-ALLDAY:1',
      'PRIORITY:1',
      'STATUS:NEEDS ACTION',
    ]),
  ],
  'sif-task': [
    '<?xml version="1.0" encoding="UTF-8"?><task><SIFVersion>1.1</SIFVersion><Subject>Zaplatit daň</Subject><Body>první\r\ndruhý</Body><DueDate>2026-05-01</DueDate><Importance>2</Importance><Complete>0</Complete></task>',
  ],
};

/** A note of four lines, one of them empty. */
export const noteObjects: NativeObjects = {
  text: ['Nákup\r\nmléko\r\n\r\nchléb'],
  vnote: [
    crlf(
      'BEGIN:VNOTE',
      'VERSION:1.1',
      'BODY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=A1kup=0D=0Aml=C3=A9ko=0D=0A=0D=0Achl=C3=A9b',
      'END:VNOTE',
    ),
  ],
  icalendar: [
    vevent('2.0', [
      'UID:note-1@example.org',
      'SUMMARY:Nákup',
      'DESCRIPTION:mléko\\n\\nchléb',
    ]).replaceAll('VEVENT', 'VJOURNAL'),
  ],
  'sif-note': [
    '<?xml version="1.0" encoding="UTF-8"?><note><SIFVersion>1.1</SIFVersion><Subject>Nákup</Subject><Body>Nákup\r\nmléko\r\n\r\nchléb</Body></note>',
  ],
};

/** A series in iCalendar of which one instance was moved by two hours. */
export const movedInstance = crlf(
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:moved-1@example.org',
  'DTSTART:20260302T080000Z',
  'DTEND:20260302T090000Z',
  'SUMMARY:Jour fixe',
  'RRULE:FREQ=WEEKLY;COUNT=8',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:moved-1@example.org',
  'RECURRENCE-ID:20260309T080000Z',
  'DTSTART:20260309T100000Z',
  'DTEND:20260309T110000Z',
  'SUMMARY:Jour fixe (später)',
  'END:VEVENT',
  'END:VCALENDAR',
);
