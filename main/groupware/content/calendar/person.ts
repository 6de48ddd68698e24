import { compact } from '../compact.ts';
import type { Person, RawParam } from '../item.ts';
import { paramValue, withoutParams, type Line } from '../vobject/line.ts';

/** EXPECT of vCalendar 1.0 and ROLE of iCalendar. */
const expectations: ReadonlyMap<string, string> = new Map([
  ['REQUIRE', 'REQ-PARTICIPANT'],
  ['REQUEST', 'OPT-PARTICIPANT'],
  ['FYI', 'NON-PARTICIPANT'],
]);

/** Reads ORGANIZER and ATTENDEE of iCalendar (RFC 5545 §3.8.4.1). */
export function readPerson(line: Line): Person | undefined {
  const address = line.value.trim();
  if (address === '') return undefined;
  return compact<Person>({
    address: address.replace(/^mailto:/i, 'mailto:'),
    name: paramValue(line.params, 'CN'),
    role: paramValue(line.params, 'ROLE')?.toUpperCase(),
    status: paramValue(line.params, 'PARTSTAT')?.toUpperCase(),
    params: withoutParams(line.params, ['CN', 'ROLE', 'PARTSTAT']),
  });
}

/** Writes ORGANIZER or ATTENDEE of iCalendar. */
export function writePerson(name: 'ORGANIZER' | 'ATTENDEE', person: Person): Line {
  const params: RawParam[] = [];
  if (person.name !== undefined) params.push({ name: 'CN', values: [person.name] });
  if (person.role !== undefined) params.push({ name: 'ROLE', values: [person.role] });
  if (person.status !== undefined) params.push({ name: 'PARTSTAT', values: [person.status] });
  return { name, params: [...params, ...(person.params ?? [])], value: person.address };
}

/** Reads ATTENDEE of vCalendar 1.0, `Jane Doe <jane@example.com>`; the organizer is one of them. */
export function readLegacyPerson(line: Line): { person: Person; organizer: boolean } | undefined {
  const value = line.value.trim();
  const [, named, inBrackets] = /^([^<]*)<([^<>]+)>$/.exec(value) ?? [];
  const bare = (inBrackets ?? value).trim();
  if (bare === '') return undefined;
  const organizer = /^(organizer|owner)$/i.test(paramValue(line.params, 'ROLE') ?? '');
  const expect = paramValue(line.params, 'EXPECT')?.toUpperCase() ?? '';
  const status = paramValue(line.params, 'STATUS')?.toUpperCase().replace(' ', '-');
  const address = /^[^\s:@]+@[^\s:@]+$/.test(bare) ? `mailto:${bare}` : bare;
  const person = compact<Person>({
    address: address.replace(/^mailto:/i, 'mailto:'),
    name: named?.trim().replace(/^"(.*)"$/, '$1'),
    role: expectations.get(expect),
    status: status === 'CONFIRMED' ? 'ACCEPTED' : status,
    params: withoutParams(line.params, ['ROLE', 'STATUS', 'EXPECT']),
  });
  return { person, organizer };
}

/** Writes ATTENDEE of vCalendar 1.0. */
export function writeLegacyPerson(person: Person, organizer: boolean): Line {
  const params: RawParam[] = [];
  if (organizer) params.push({ name: 'ROLE', values: ['ORGANIZER'] });
  if (person.status !== undefined) {
    params.push({ name: 'STATUS', values: [person.status.replace('-', ' ')] });
  }
  const expect = [...expectations].find(([, role]) => role === person.role)?.[0];
  if (expect !== undefined) params.push({ name: 'EXPECT', values: [expect] });
  const address = person.address.replace(/^mailto:/, '');
  const name = person.name?.replace(/[<>"]/g, '').trim() ?? '';
  const value = name === '' ? address : `${name} <${address}>`;
  return { name: 'ATTENDEE', params: [...params, ...(person.params ?? [])], value };
}
