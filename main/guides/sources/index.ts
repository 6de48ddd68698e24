import type { GuideSource } from '../source.ts';
import { nokia, nokiaOld, sonyEricsson, sonyEricssonOld } from './keypad-phones.ts';
import { funambol, memotoo, other, synthesis } from './sync-clients.ts';
import { android, ios } from './todays-phones.ts';
import {
  firstDay,
  gateways,
  moveToAnotherMachine,
  numberMismatch,
  severalDevices,
  switchPushFromDevice,
  troubleshooting,
} from './topics.ts';

/** Every guide, in the order in which they are offered. */
export const guideSources: readonly GuideSource[] = [
  firstDay,
  gateways,
  nokia,
  nokiaOld,
  sonyEricsson,
  sonyEricssonOld,
  synthesis,
  funambol,
  memotoo,
  ios,
  android,
  other,
  severalDevices,
  switchPushFromDevice,
  numberMismatch,
  moveToAnotherMachine,
  troubleshooting,
];
