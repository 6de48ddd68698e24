import type { ClientTypeId } from '../../shared/model/words.ts';

/** A device of the demo office. */
export interface DemoDevice {
  readonly name: string;
  readonly clientType: ClientTypeId;
  readonly number: string | null;
  readonly quietHours?: { readonly from: string; readonly to: string; readonly timeZone: string };
  readonly isPaused?: boolean;
  /** Where it differs from the engine's. */
  readonly mergeWindowMs?: number;
  /** Data types that are ticked besides those of the catalogue. */
  readonly alsoTicked?: readonly string[];
}

/** A person of the demo office. */
export interface DemoPerson {
  readonly address: string;
  readonly displayName: string;
  readonly devices: readonly DemoDevice[];
}

const night = { from: '22:00', to: '06:30', timeZone: 'Europe/Prague' };

/**
 * Six people with twelve devices of every client type. The numbers are of ranges that are kept free
 * for examples or belong to nobody; the simulator alone is ever called.
 */
export const office: readonly DemoPerson[] = [
  {
    address: 'ada@example.org',
    displayName: 'Ada Nowak',
    devices: [
      {
        name: 'Ada’s E71',
        clientType: 'nokia',
        number: '+48600100201',
        alsoTicked: ['inbox'],
        mergeWindowMs: 2_000,
      },
      {
        name: 'Ada’s tablet',
        clientType: 'synthesis',
        number: '+48600100202',
        alsoTicked: ['tasks'],
      },
    ],
  },
  {
    address: 'jan@example.org',
    displayName: 'Jan Dvořák',
    devices: [
      { name: 'Jan’s P1i', clientType: 'sony-ericsson', number: '+420601000203' },
      { name: 'Jan’s 6110', clientType: 'nokia-old', number: '+420601000204', quietHours: night },
      { name: 'Jan’s T610', clientType: 'sony-ericsson-old', number: '+420601000210' },
    ],
  },
  {
    address: 'eva@example.org',
    displayName: 'Eva Králová',
    devices: [
      {
        name: 'Eva’s phone',
        clientType: 'funambol',
        number: '+420601000205',
        alsoTicked: ['inbox'],
      },
      { name: 'Eva’s iPhone', clientType: 'ios', number: null },
    ],
  },
  {
    address: 'tom@example.org',
    displayName: 'Tom Baker',
    devices: [
      {
        name: 'Tom’s N95',
        clientType: 'memotoo',
        number: '+447700900206',
        alsoTicked: ['tasks'],
        mergeWindowMs: 12_000,
      },
      { name: 'Tom’s Pixel', clientType: 'android', number: null },
    ],
  },
  {
    address: 'lin@example.org',
    displayName: '林晓明',
    devices: [
      { name: 'Lin’s phone', clientType: 'synthesis', number: '+8613800138207', quietHours: night },
    ],
  },
  {
    address: 'office@example.org',
    displayName: 'Front desk',
    devices: [
      {
        name: 'Front desk phone',
        clientType: 'other',
        number: '+48600100208',
        mergeWindowMs: 3_000,
        alsoTicked: ['inbox', 'tasks'],
      },
      { name: 'Old reception phone', clientType: 'nokia', number: '+48600100209', isPaused: true },
    ],
  },
];
