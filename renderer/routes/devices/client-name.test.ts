import { describe, expect, it } from 'vitest';
import { guessClientType, hardwareName } from './client-name.ts';

const hardware = (manufacturer: string, model: string) => ({
  manufacturer,
  model,
  softwareVersion: '1.0',
});

describe('what a client says it is', () => {
  it('is told with the manufacturer once', () => {
    expect(hardwareName(hardware('Nokia', 'E71'))).toBe('Nokia E71');
    expect(hardwareName(hardware('NOKIA', 'Nokia E71'))).toBe('Nokia E71');
    expect(hardwareName(hardware('', ''))).toBe('–');
  });
});

describe('the client type of a new client', () => {
  it.each([
    ['IMEI:004400123456789', hardware('NOKIA', 'E71-1'), 'nokia'],
    ['IMEI:35', hardware('Sony Ericsson', 'P1i'), 'sony-ericsson'],
    ['sc-pim-outlook', null, 'funambol'],
    ['fwm-123', null, 'funambol'],
    ['sc-syncevolution-1', hardware('Patrick Ohly', 'SyncEvolution'), 'synthesis'],
    ['xyz', hardware('Apple', 'iPhone3,1'), 'ios'],
    ['xyz', null, 'other'],
  ] as const)('of %s is guessed', (syncId, said, type) => {
    expect(guessClientType({ syncId, hardware: said })).toBe(type);
  });
});
