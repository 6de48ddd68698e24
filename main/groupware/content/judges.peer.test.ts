import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasProgram } from '../../testing/programs.ts';
import { writeTimezone } from './calendar/vtimezone-write.ts';
import { instantOf } from './calendar/when.ts';
import { offsetAt } from './calendar/zones.ts';
import { encodeItem, project } from './codec.ts';
import type { ContactItem, EventItem, When } from './item.ts';
import { defaultProfile } from './profile.ts';
import { events, rulesFor, zones } from './testing/calendar.ts';
import { contacts } from './testing/contacts.ts';
import { writeObject } from './vobject/write.ts';

const run = promisify(execFile);
const profile = { ...defaultProfile, zone: 'Europe/Prague' };

/** What ical.js makes of an iCalendar object, with the time zones that it brings along. */
function judge(event: EventItem): ICAL.Event {
  const text = Buffer.from(encodeItem(event, 'icalendar', profile)).toString();
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const [master, ...others] = calendar.getAllSubcomponents('vevent');
  return new ICAL.Event(master, { exceptions: others });
}

/** The first starts of a series, in seconds; days and floating times as if they were UTC. */
function starts(event: ICAL.Event, count: number): number[] {
  const iterator = event.iterator();
  const found: number[] = [];
  for (let index = 0; index < count; index += 1) {
    // The types promise a time; there is none behind the last.
    const next = iterator.next() as ICAL.Time | undefined | null;
    if (!next) break;
    found.push(next.toUnixTime());
  }
  return found;
}

describe('ical.js', () => {
  it('agrees on start, end and texts', () => {
    fc.assert(
      fc.property(events, (event) => {
        const seen = judge(event);
        const at = (when: When): number => instantOf(when, 'UTC') / 1000;
        if (event.start !== undefined) expect(seen.startDate.toUnixTime()).toBe(at(event.start));
        if (event.end !== undefined) expect(seen.endDate.toUnixTime()).toBe(at(event.end));
        expect(seen.summary ?? undefined).toBe(event.summary);
        expect(seen.description ?? undefined).toBe(event.description);
      }),
    );
  });

  it.each([...zones, 'Europe/London', 'America/Sao_Paulo', 'Africa/Casablanca', 'Asia/Kathmandu'])(
    'reads the offsets of %s from our VTIMEZONE',
    (zone) => {
      const bytes = writeObject(writeTimezone(zone, 2015), false, defaultProfile);
      const component = new ICAL.Component(ICAL.parse(Buffer.from(bytes).toString()) as unknown[]);
      const timezone = new ICAL.Timezone(component);
      for (let day = 0; day < 3_000; day += 7) {
        const local = Date.UTC(2016, 0, 1, 12) + day * 86_400_000;
        const instant = instantOf(
          { kind: 'zoned', at: new Date(local).toISOString().slice(0, 19), zone },
          zone,
        );
        const time = ICAL.Time.fromDateTimeString(new Date(local).toISOString().slice(0, 19));
        expect(timezone.utcOffset(time) * 1000).toBe(offsetAt(zone, instant));
      }
    },
  );

  it('sees the same instances of a series after a trip through vCalendar 1.0', () => {
    const start: When = { kind: 'zoned', at: '2024-01-31T12:00:00', zone: 'Europe/Prague' };
    fc.assert(
      fc.property(rulesFor(start), (rule) => {
        const end: When = { kind: 'zoned', at: '2024-01-31T13:00:00', zone: 'Europe/Prague' };
        const event: EventItem = {
          kind: 'event',
          uid: 'u',
          start,
          end,
          recurrence: { rules: [rule] },
        };
        const back = project<'event'>(event, 'vcalendar-1.0', profile);
        fc.pre(back.recurrence !== undefined);
        // Its iterator never ends where no day fits, and drops the clock of BYYEARDAY.
        fc.pre(rule.byMonthDay === undefined || rule.byMonthDay.some((day) => Math.abs(day) < 28));
        fc.pre(rule.byYearDay === undefined);
        expect(starts(judge(back), 12)).toEqual(starts(judge(event), 12));
      }),
      { numRuns: 200 },
    );
  });

  it('agrees on the parts of a vCard 3.0', () => {
    fc.assert(
      fc.property(contacts, (contact) => {
        const text = Buffer.from(encodeItem(contact, 'vcard-3.0')).toString();
        const card = new ICAL.Component(ICAL.parse(text) as unknown[]);
        const value = (name: string): unknown => card.getFirstPropertyValue(name) ?? undefined;
        // It leaves the backslash in front of a semicolon (RFC 2426 §4 has it taken away).
        const bare = (each: unknown): string => String(each ?? '').replaceAll('\\', '');
        expect(bare(value('note'))).toBe(bare(contact.notes));
        expect(bare(value('title'))).toBe(bare(contact.title));
        const numbers = card.getAllProperties('tel').map((each) => String(each.getFirstValue()));
        expect(numbers).toEqual((contact.phones ?? []).map((phone) => phone.value));
      }),
    );
  });
});

const reader = `
import sys, json, vobject
def text(v):
    return v.value if v is not None else None
out = []
for path in sys.argv[1:]:
    with open(path, encoding='utf-8', newline='') as f:
        content = f.read()
    o = vobject.readOne(content, allowQP='VERSION:2.1' in content)
    if o.name == 'VCARD':
        n = o.n.value
        out.append({
            'family': n.family, 'given': n.given,
            'note': text(getattr(o, 'note', None)), 'title': text(getattr(o, 'title', None)),
            'tel': [t.value for t in getattr(o, 'tel_list', [])],
        })
    else:
        e = o.vevent
        out.append({
            'summary': text(getattr(e, 'summary', None)),
            'description': text(getattr(e, 'description', None)),
            'start': e.dtstart.value.isoformat(),
            'rules': len(e.contents.get('rrule', [])),
        })
print(json.dumps(out))
`;

const python = '/usr/bin/python3';
const installed = await run(python, ['-c', 'import vobject']).then(
  () => true,
  () => process.env['PUSHDESK_NO_SKIP'] === '1',
);

describe.skipIf(!hasProgram(python) || !installed)('python3-vobject', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pushdesk-vobject-'));
    await writeFile(join(folder, 'read.py'), reader);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function ask(objects: readonly Uint8Array[]): Promise<Record<string, unknown>[]> {
    const paths = objects.map((_, index) => join(folder, `${String(index)}.txt`));
    await Promise.all(objects.map((bytes, index) => writeFile(paths[index] ?? '', bytes)));
    const { stdout } = await run(python, [join(folder, 'read.py'), ...paths]);
    return JSON.parse(stdout) as Record<string, unknown>[];
  }

  it('agrees on the parts of vCard 3.0', async () => {
    const items = fc
      .sample(contacts, { numRuns: 100, seed: 7 })
      .map(({ components: _components, photo: _photo, ...rest }): ContactItem => rest);
    const seen = await ask(items.map((item) => encodeItem(item, 'vcard-3.0')));
    for (const [index, item] of items.entries()) {
      const name = item.name ?? { family: item.formattedName ?? '' };
      expect(seen[index]).toMatchObject({
        // Its own unescaping takes the parts of a name for lists at unescaped commas only.
        family: name.family ?? '',
        note: item.notes ?? null,
        title: item.title ?? null,
        tel: (item.phones ?? []).map(({ value }) => value),
      });
    }
  });

  it('agrees on QUOTED-PRINTABLE of vCard 2.1', async () => {
    const items: ContactItem[] = ['Größe', 'ž'.repeat(60), 'a=b;c\nžluťoučký kůň\n\nend'].map(
      (notes) => ({ kind: 'contact', name: { family: 'Müller', given: 'Zoë' }, notes }),
    );
    const seen = await ask(items.map((item) => encodeItem(item, 'vcard-2.1')));
    for (const [index, item] of items.entries()) {
      expect(String(seen[index]?.['note']).replaceAll('\r\n', '\n')).toBe(item.notes);
      expect(seen[index]).toMatchObject({ family: 'Müller', given: 'Zoë' });
    }
  });

  it('agrees on the start, texts and series of iCalendar', async () => {
    const items = fc.sample(events, { numRuns: 100, seed: 11 });
    const seen = await ask(items.map((item) => encodeItem(item, 'icalendar', profile)));
    for (const [index, item] of items.entries()) {
      expect(seen[index]).toMatchObject({
        summary: item.summary ?? null,
        description: item.description ?? null,
        rules: item.recurrence?.rules?.length ?? 0,
      });
      const start = String(seen[index]?.['start']);
      expect(start.startsWith(item.start?.at.replace('Z', '') ?? '?')).toBe(true);
    }
  });
});
