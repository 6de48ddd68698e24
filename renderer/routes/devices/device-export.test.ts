import { describe, expect, it } from 'vitest';
import { sampleDevice } from '../../testing/samples.ts';
import { devicesToCsv, devicesToJson, exportFileName } from './device-export.ts';

describe('the export of devices', () => {
  it('writes one head line and one line a device, with ticked folders alone', () => {
    const csv = devicesToCsv([sampleDevice({ lastAlertAt: 0 })]);
    const [head, line, end] = csv.split('\r\n');
    expect(head).toMatch(/^id,name,account,/);
    expect(line).toContain(',Contacts,0,1970-01-01T00:00:00.000Z,');
    expect(line).not.toContain('Calendar');
    expect(end).toBe('');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(devicesToCsv([sampleDevice({ name: 'a "b", c\nd' })])).toContain('"a ""b"", c\nd"');
  });

  it.each(['=1+1', '@SUM(A1)', '-2', '\t=1'])('keeps a spreadsheet from running %j', (name) => {
    expect(devicesToCsv([sampleDevice({ name })])).toContain(`'${name}`);
  });

  it('leaves the plus of a phone number alone', () => {
    expect(devicesToCsv([sampleDevice()])).toContain(',+48600100201,');
  });

  it('writes JSON that reads back', () => {
    const read = JSON.parse(devicesToJson([sampleDevice()])) as { folders: string[] }[];
    expect(read[0]?.folders).toEqual(['Contacts']);
  });

  it('names the file after what it holds and when', () => {
    expect(exportFileName('devices', 'csv', 0)).toBe('pushdesk-devices-1970-01-01T00-00-00Z.csv');
  });
});
