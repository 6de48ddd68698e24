import { describe, expect, it } from 'vitest';
import { decodeItem, encodeItem, project } from '../codec.ts';
import type { ContactItem, EventItem, TaskItem } from '../item.ts';
import { defaultProfile } from '../profile.ts';

const prague = { ...defaultProfile, zone: 'Europe/Prague' };
const read = <T>(xml: string, type: Parameters<typeof decodeItem>[1]): T =>
  decodeItem(Buffer.from(xml), type, prague) as T;
const written = (
  item: ContactItem | EventItem | TaskItem,
  type: Parameters<typeof decodeItem>[1],
) => Buffer.from(encodeItem(item, type, prague)).toString();

describe('Funambol SIF', () => {
  it('reads a contact as an Outlook client sends it', () => {
    const contact = read<ContactItem>(
      `<?xml version="1.0" encoding="UTF-8"?><contact><SIFVersion>1.0</SIFVersion>
      <FirstName>J&#246;rg</FirstName><LastName>M&amp;M</LastName><FileAs>M&amp;M, J&#246;rg</FileAs>
      <MobileTelephoneNumber>1</MobileTelephoneNumber><Home2TelephoneNumber>2</Home2TelephoneNumber>
      <Email1Address>a@b.c</Email1Address><HomeAddressStreet>S</HomeAddressStreet>
      <Birthday>1980-05-06</Birthday><Body><![CDATA[x ]]]]><![CDATA[> y]]></Body><Hobby>Chess</Hobby>
      <Title/></contact>`,
      'sif-contact',
    );
    expect(contact).toEqual({
      kind: 'contact',
      name: { given: 'Jörg', family: 'M&M' },
      fileAs: 'M&M, Jörg',
      phones: [
        { value: '1', types: ['cell'] },
        { value: '2', types: ['home'] },
      ],
      emails: [{ value: 'a@b.c' }],
      addresses: [{ street: 'S', types: ['home'] }],
      birthday: '1980-05-06',
      notes: 'x ]]> y',
      extra: [{ name: 'X-SIF-Hobby', params: [], value: 'Chess' }],
    });
    expect(written(contact, 'sif-contact')).toContain('<Body>x ]]&gt; y</Body>');
    expect(project(contact, 'sif-contact', prague)).toEqual(contact);
  });

  it('reads an event of days, counting its last day in', () => {
    const event = read<EventItem>(
      `<appointment><SIFVersion>1.0</SIFVersion><AllDayEvent>1</AllDayEvent><Subject>Trip</Subject>
      <Start>2024-03-30</Start><End>2024-03-31</End><BusyStatus>0</BusyStatus></appointment>`,
      'sif-event',
    );
    expect(event).toEqual({
      kind: 'event',
      summary: 'Trip',
      start: { kind: 'date', at: '2024-03-30' },
      end: { kind: 'date', at: '2024-04-01' },
      transparent: true,
    });
    expect(written(event, 'sif-event')).toContain('<End>2024-03-31</End>');
  });

  it('reads a series by the clock of the user, with exceptions and a reminder', () => {
    const event = read<EventItem>(
      `<appointment><Subject>Weekly</Subject><Start>20240105T090000Z</Start><End>20240105T093000Z</End>
      <ReminderSet>1</ReminderSet><ReminderMinutesBeforeStart>15</ReminderMinutesBeforeStart>
      <IsRecurring>1</IsRecurring><RecurrenceType>1</RecurrenceType><Interval>1</Interval>
      <DayOfWeekMask>32</DayOfWeekMask><NoEndDate>0</NoEndDate><PatternEndDate>20240308T090000Z</PatternEndDate>
      <Exceptions><ExcludeDate>20240112T090000Z</ExcludeDate></Exceptions></appointment>`,
      'sif-event',
    );
    expect(event).toMatchObject({
      start: { kind: 'zoned', at: '2024-01-05T10:00:00', zone: 'Europe/Prague' },
      recurrence: {
        rules: [{ frequency: 'weekly', byDay: [{ day: 'FR' }] }],
        exceptions: [{ at: '2024-01-12T09:00:00Z' }],
      },
      alarms: [{ trigger: { seconds: -900, related: 'start' } }],
    });
  });

  it('reads a task', () => {
    const task = read<TaskItem>(
      `<task><Subject>Milk</Subject><DueDate>2024-06-01</DueDate><Complete>1</Complete>
      <PercentComplete>100</PercentComplete><Importance>2</Importance></task>`,
      'sif-task',
    );
    expect(task).toEqual({
      kind: 'task',
      summary: 'Milk',
      due: { kind: 'date', at: '2024-06-01' },
      status: 'COMPLETED',
      percent: 100,
      priority: 1,
    });
  });
});
