import { admin, heading, note, owner, paragraph } from '../source.ts';
import type { GuideSource } from '../source.ts';
import { before, troubles } from './groups.ts';

/** The admin's first day. */
export const firstDay: GuideSource = {
  clientType: null,
  topic: 'first-day',
  blocks: [
    paragraph('first-day.intro'),
    ...before('first-day.needs'),
    heading('words.console'),
    admin('first-day.address', 'settings-devices'),
    admin('first-day.gateway', 'sms'),
    admin('first-day.account', 'accounts'),
    admin('first-day.device', 'devices'),
    admin('first-day.set-up', 'device-set-up'),
    admin('first-day.changes', 'push-connect'),
    admin('first-day.push', 'push'),
    heading('words.check'),
    admin('first-day.watch', 'log'),
    admin('first-day.backup', 'settings-backup'),
    ...troubles('first-day.trouble.1', 'first-day.trouble.2'),
  ],
};

/** Gateways for SMS. */
export const gateways: GuideSource = {
  clientType: null,
  topic: 'gateways',
  blocks: [
    paragraph('gateways.intro'),
    heading('words.console'),
    admin('gateways.add', 'gateway-kinds'),
    admin('gateways.http', 'new-gateway'),
    note('warning', 'gateways.binary'),
    admin('gateways.modem'),
    admin('gateways.smpp'),
    admin('gateways.peer'),
    admin('gateways.simulator', 'gateway-kinds'),
    admin('gateways.order', 'sms'),
    heading('words.check'),
    admin('gateways.test', 'gateway-test'),
    ...troubles('gateways.trouble.1', 'gateways.trouble.2', 'gateways.trouble.3'),
  ],
};

/** Several devices on one account. */
export const severalDevices: GuideSource = {
  clientType: null,
  topic: 'several-devices',
  blocks: [
    paragraph('several-devices.intro'),
    heading('words.console'),
    admin('several-devices.add', 'devices'),
    admin('several-devices.first', 'device-client'),
    admin('several-devices.next', 'devices'),
    admin('several-devices.assign', 'devices-pending'),
    heading('words.check'),
    admin('several-devices.test', 'device-client'),
    ...troubles('several-devices.trouble.1', 'several-devices.trouble.2'),
  ],
};

/** Switching push off and on from the device. */
export const switchPushFromDevice: GuideSource = {
  clientType: null,
  topic: 'switch-push-from-device',
  blocks: [
    paragraph('switch-push-from-device.intro'),
    heading('words.phone'),
    owner('switch-push-from-device.profile', 'keypad-form'),
    owner('switch-push-from-device.off', 'keypad-database'),
    owner('switch-push-from-device.sync', 'keypad-sync'),
    owner('switch-push-from-device.on'),
    heading('words.console'),
    admin('switch-push-from-device.see', 'device-paused'),
    note('info', 'switch-push-from-device.admin'),
    note('info', 'switch-push-from-device.quiet'),
  ],
};

/** Two devices whose numbers are exchanged. */
export const numberMismatch: GuideSource = {
  clientType: null,
  topic: 'number-mismatch',
  blocks: [
    paragraph('number-mismatch.intro'),
    heading('words.console'),
    admin('number-mismatch.see', 'device-mismatch'),
    admin('number-mismatch.swap', 'device-settings'),
    admin('number-mismatch.clients', 'device-mismatch'),
    heading('words.check'),
    admin('number-mismatch.test', 'device-client'),
    admin('number-mismatch.last', 'device-client'),
  ],
};

/** Moving the installation. */
export const moveToAnotherMachine: GuideSource = {
  clientType: null,
  topic: 'move-to-another-machine',
  blocks: [
    paragraph('move-to-another-machine.intro'),
    ...before('move-to-another-machine.needs'),
    heading('words.console'),
    admin('move-to-another-machine.stop-push', 'push'),
    admin('move-to-another-machine.where', 'settings-about'),
    admin('move-to-another-machine.backup', 'settings-backup'),
    admin('move-to-another-machine.end'),
    admin('move-to-another-machine.copy'),
    note('warning', 'move-to-another-machine.once'),
    admin('move-to-another-machine.secrets'),
    admin('move-to-another-machine.address', 'settings-devices'),
    heading('words.check'),
    admin('move-to-another-machine.check', 'push'),
    ...troubles(
      'move-to-another-machine.trouble.1',
      'move-to-another-machine.trouble.2',
      'move-to-another-machine.trouble.3',
    ),
  ],
};

/** From a change to a phone that does not wake. */
export const troubleshooting: GuideSource = {
  clientType: null,
  topic: 'troubleshooting',
  blocks: [
    paragraph('troubleshooting.intro'),
    heading('words.console'),
    admin('troubleshooting.check', 'device-check'),
    admin('troubleshooting.may', 'settings-sync'),
    admin('troubleshooting.manual', 'device-sessions'),
    admin('troubleshooting.gateway', 'gateway-test'),
    admin('troubleshooting.push', 'push'),
    admin('troubleshooting.change', 'push-changes'),
    admin('troubleshooting.names', 'device-folders'),
    admin('troubleshooting.delivered', 'device-alerts'),
    admin('troubleshooting.answered', 'push-settings'),
    heading('words.phone'),
    owner('troubleshooting.requests', 'keypad-requests'),
    note('info', 'troubleshooting.log'),
  ],
};
