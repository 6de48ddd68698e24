import type { GuideTexts } from '../types.ts';
import { account } from './account.ts';
import { android } from './android.ts';
import { check } from './check.ts';
import { configure } from './configure.ts';
import { device } from './device.ts';
import { drawings } from './drawings.ts';
import { firstDay } from './first-day.ts';
import { funambol } from './funambol.ts';
import { gateways } from './gateways.ts';
import { ios } from './ios.ts';
import { memotoo } from './memotoo.ts';
import { moveToAnotherMachine } from './move-to-another-machine.ts';
import { nokiaOld } from './nokia-old.ts';
import { nokia } from './nokia.ts';
import { numberMismatch } from './number-mismatch.ts';
import { other } from './other.ts';
import { owner } from './owner.ts';
import { placeholders } from './placeholders.ts';
import { pushOn } from './push-on.ts';
import { screens } from './screens.ts';
import { severalDevices } from './several-devices.ts';
import { sonyEricssonOld } from './sony-ericsson-old.ts';
import { sonyEricsson } from './sony-ericsson.ts';
import { switchPushFromDevice } from './switch-push-from-device.ts';
import { synthesis } from './synthesis.ts';
import { troubleshooting } from './troubleshooting.ts';
import { words } from './words.ts';

/** All texts of the guides in Simplified Chinese. */
export const zh: GuideTexts = {
  account,
  android,
  check,
  configure,
  device,
  drawings,
  'first-day': firstDay,
  funambol,
  gateways,
  ios,
  memotoo,
  'move-to-another-machine': moveToAnotherMachine,
  'nokia-old': nokiaOld,
  nokia,
  'number-mismatch': numberMismatch,
  other,
  owner,
  placeholders,
  'push-on': pushOn,
  screens,
  'several-devices': severalDevices,
  'sony-ericsson-old': sonyEricssonOld,
  'sony-ericsson': sonyEricsson,
  'switch-push-from-device': switchPushFromDevice,
  synthesis,
  troubleshooting,
  words,
};
