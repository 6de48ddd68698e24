import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { exportLine, exportName } from './log-export.ts';

const entry: LogEntry = {
  id: 7,
  at: Date.UTC(2026, 10, 22, 14, 2, 11, 348),
  level: 'warn',
  area: 'sms',
  key: 'sms.expired',
  params: { number: '+48600123456' },
  text: 'SMS to +48600123456 given up: it is too old',
  traceId: 'tr1',
  accountId: null,
  deviceId: null,
  gatewayId: null,
};

describe('an exported log', () => {
  it('has one JSON object a line', () => {
    expect(JSON.parse(exportLine(entry, 'ndjson', () => ''))).toEqual(entry);
    expect(exportLine(entry, 'ndjson', () => '')).not.toContain('\n');
  });

  it('has time, level, area, sentence and trace as text', () => {
    expect(exportLine(entry, 'text', ({ text }) => text)).toBe(
      '2026-11-22T14:02:11.348Z WARN  sms     SMS to +48600123456 given up: it is too old [tr1]',
    );
  });

  it('is named after its moment, in a name that every file system takes', () => {
    const at = new Date(entry.at);
    expect(exportName('ndjson', at)).toBe('pushdesk-log-2026-11-22T14-02-11.ndjson');
    expect(exportName('text', at)).toBe('pushdesk-log-2026-11-22T14-02-11.txt');
  });
});
