import { describe, expect, it } from 'vitest';
import { nameOf, operatorOf, registrationOf, serviceCentreOf, signalOf } from './at-answers.ts';

describe('answers', () => {
  it.each([
    ['+CSQ: 0,0', -113],
    ['+CSQ: 31,99', -51],
    ['+CSQ: 99,99', null],
    ['+CSQ:', null],
    ['nonsense', null],
  ])('%s is %s dBm', (line, dbm) => {
    expect(signalOf([line])).toBe(dbm);
  });

  it.each([
    ['+CREG: 0,1', 'home'],
    ['+CREG: 2,5,"1A2B","00C3"', 'roaming'],
    ['+CREG: 0,3', 'denied'],
    ['+CREG: 1', null],
  ] as const)('%s is %s', (line, registration) => {
    expect(registrationOf([line], '+CREG:')).toBe(registration);
  });

  it('name the operator, with a comma in its name too', () => {
    expect(operatorOf(['+COPS: 0,0,"T-Mobile, PL",7'])).toBe('T-Mobile, PL');
    expect(operatorOf(['+COPS: 0'])).toBeNull();
  });

  it('give the service centre its plus', () => {
    expect(serviceCentreOf(['+CSCA: "48601000310",145'])).toBe('+48601000310');
    expect(serviceCentreOf(['+CSCA: "+48601000310",145'])).toBe('+48601000310');
    expect(serviceCentreOf(['+CSCA: "",129'])).toBeNull();
  });

  it('name the maker, with the prefix or without', () => {
    expect([nameOf(['+CGMI: "huawei"']), nameOf(['SIEMENS']), nameOf([])]).toEqual([
      ...['huawei', 'SIEMENS', ''],
    ]);
  });
});
