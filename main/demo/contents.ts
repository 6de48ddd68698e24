import type { PhoneItemInput } from '../../shared/model/phone.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** An entry as somebody of the office types it into a phone. */
export type DemoEntry = Pick<PhoneItemInput, 'dataType' | 'fields'>;

const people = [
  ['Marek', 'Zieliński', 'Zieliński Transport', '+48600100311', 'marek@zielinski.example'],
  ['Anna', 'Kowalska', '', '+48600100312', 'anna.kowalska@example.org'],
  ['Petr', 'Svoboda', 'Svoboda a synové', '+420601000313', 'petr@svoboda.example'],
  ['Jana', 'Černá', 'Pekárna Černá', '+420601000314', 'jana@pekarna.example'],
  ['Oliver', 'Grant', 'Grant & Co', '+447700900315', 'oliver@grant.example'],
  ['Mei', 'Chen', 'Harbour Trading', '+447700900316', 'mei@harbour.example'],
  ['José', 'García', '', '+34600100317', 'jose@example.org'],
  ['Ingrid', 'Sørensen', 'Nordlys Media', '+4740000318', 'ingrid@nordlys.example'],
] as const;

const meetings = [
  ['Weekly review', 9, 1, 'Room 2'],
  ['Lunch with the printers', 12, 1, 'Café Slavia'],
  ['Call with Harbour Trading', 15, 1, ''],
  ['Dentist', 8, 1, 'Dlouhá 14'],
  ['Stock-taking', 10, 3, 'Warehouse'],
] as const;

const errands = ['Send the offer to Grant & Co', 'Renew the parking card', 'Order toner'] as const;

const memos = [
  'Door code\nAsk the front desk; it changes every month.',
  'Ideas for the summer fair\nStand by the fountain, music, ice cream.',
] as const;

/** Local time in the form that a phone's screen takes: `2026-11-22T09:30`. */
function localTime(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}

function contact(index: number): DemoEntry {
  const [firstName, lastName, company, mobile, email] = people[index % people.length] ?? people[0];
  return { dataType: 'contacts', fields: { firstName, lastName, company, mobile, email } };
}

/** What is on a person's phone when the demo's week begins. `place` tells the persons apart. */
export function phoneContents(place: number, now: number): DemoEntry[] {
  const midnight = now - (now % DAY_MS);
  return [
    ...[0, 1, 2, 3].map((index) => contact(place + index)),
    ...[0, 1, 2].map((index): DemoEntry => {
      const [title, hour, hours, room] = meetings[(place + index) % meetings.length] ?? meetings[0];
      const start = midnight + (5 + place + 2 * index) * DAY_MS + hour * HOUR_MS;
      const end = localTime(start + hours * HOUR_MS);
      return {
        dataType: 'calendar',
        fields: { title, start: localTime(start), end, place: room },
      };
    }),
    { dataType: 'tasks', fields: { title: errands[place % errands.length] ?? errands[0] } },
    { dataType: 'notes', fields: { text: memos[place % memos.length] ?? memos[0] } },
  ];
}

/** Somebody met in the course of the week; each number makes another person. */
export function newAcquaintance(number: number): DemoEntry {
  const [firstName, , company] = people[number % people.length] ?? people[0];
  const [, lastName] = people[(number * 3 + 1) % people.length] ?? people[0];
  const mobile = `+4860010${String(4_000 + number)}`;
  return { dataType: 'contacts', fields: { firstName, lastName, company, mobile } };
}
