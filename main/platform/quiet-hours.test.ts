import { describe, expect, it } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

const prague = 'Europe/Prague';

/** An instant by its wall clock in UTC. */
const at = (text: string): number => Date.parse(`${text}Z`);

describe('quiet hours', () => {
  it.each([
    ['outside of them', '09:00', '17:00', 'UTC', '2026-01-05T08:59:59', null],
    ['at their first moment', '09:00', '17:00', 'UTC', '2026-01-05T09:00', '2026-01-05T17:00'],
    ['within them', '09:00', '17:00', 'UTC', '2026-01-05T12:34:56', '2026-01-05T17:00'],
    ['at their end', '09:00', '17:00', 'UTC', '2026-01-05T17:00', null],
    ['before midnight', '22:00', '07:00', 'UTC', '2026-01-05T23:30', '2026-01-06T07:00'],
    ['after midnight', '22:00', '07:00', 'UTC', '2026-01-06T00:10', '2026-01-06T07:00'],
    ['in the evening, before they start', '22:00', '07:00', 'UTC', '2026-01-05T21:59', null],
    ['when start and end are the same', '08:00', '08:00', 'UTC', '2026-01-05T08:00', null],
    ['in a zone ahead of UTC', '22:00', '07:00', prague, '2026-01-05T21:30', '2026-01-06T06:00'],
    [
      'in a zone behind UTC',
      '22:00',
      '07:00',
      'America/New_York',
      '2026-01-06T03:00',
      '2026-01-06T12:00',
    ],
    [
      'in a zone of a half hour',
      '22:00',
      '07:00',
      'Asia/Kolkata',
      '2026-01-05T17:00',
      '2026-01-06T01:30',
    ],
    // Clocks go from 02:00 to 03:00 on 2026-03-29 in Prague, and from 03:00 to 02:00 on 2026-10-25.
    ['over the lost hour', '22:00', '07:00', prague, '2026-03-28T22:00', '2026-03-29T05:00'],
    [
      'over the hour that comes twice',
      '22:00',
      '07:00',
      prague,
      '2026-10-24T21:00',
      '2026-10-25T06:00',
    ],
    [
      'when the end is a time that is skipped',
      '22:00',
      '02:30',
      prague,
      '2026-03-28T22:00',
      '2026-03-29T01:00',
    ],
    ['when the end comes twice', '22:00', '02:30', prague, '2026-10-24T21:00', '2026-10-25T00:30'],
    [
      'in a zone that nobody knows',
      '22:00',
      '07:00',
      'Mars/Olympus',
      '2026-01-05T23:00',
      '2026-01-06T07:00',
    ],
  ])('%s', (_name, from, to, timeZone, now, until) => {
    expect(quietUntil({ from, to, timeZone }, at(now))).toBe(until === null ? null : at(until));
  });
});
