import type { MessageKey } from '../../shared/i18n/index.ts';
import type { ClientTypeId } from '../../shared/model/words.ts';

/**
 * A screen of the console that guides picture. It has no language: the pictures are taken anew in each,
 * and every control that a guide names on a screen has to be visible there.
 */
export interface GuideScreen {
  /** Address behind the hash, with `{device}` and `{gateway}` for ids. */
  readonly route: string;
  /** Buttons that are pressed then, one after the other. */
  readonly press?: readonly MessageKey[];
  /** What is pictured: the whole window, the side panel, or the dialog that is open. */
  readonly part: 'window' | 'panel' | 'dialog';
  /** Client type of the device that `{device}` stands for; `nokia` where none is named. */
  readonly clientType?: ClientTypeId;
  /** What is the matter with that device, where it is not simply at work. */
  readonly deviceState?: 'paused-by-device' | 'number-mismatch';
}

/** All of them, by their names. */
export const screens = {
  accounts: { route: 'accounts', part: 'window' },
  'new-account': { route: 'accounts?add=yes', part: 'dialog' },
  devices: { route: 'devices', part: 'window' },
  'new-device': { route: 'devices?add=yes', part: 'dialog' },
  'device-folders': { route: 'devices?open={device}&tab=folders', part: 'panel' },
  'device-set-up': { route: 'devices?open={device}&tab=setup', part: 'panel' },
  'device-set-up-link': {
    route: 'devices?open={device}&tab=setup',
    part: 'panel',
    clientType: 'ios',
  },
  'device-set-up-values': {
    route: 'devices?open={device}&tab=setup',
    part: 'panel',
    clientType: 'funambol',
  },
  'configuration-dialog': {
    route: 'devices?open={device}&tab=setup',
    press: ['provisioningPage.send'],
    part: 'dialog',
  },
  'configuration-sent': {
    route: 'devices?open={device}&tab=setup',
    press: ['provisioningPage.send', 'provisioningPage.dialog.send'],
    part: 'dialog',
  },
  'link-dialog': {
    route: 'devices?open={device}&tab=setup',
    press: ['provisioningPage.link'],
    part: 'dialog',
    clientType: 'ios',
  },
  'device-alerts': { route: 'devices?open={device}&tab=alerts', part: 'panel' },
  'device-sessions': { route: 'devices?open={device}&tab=sessions', part: 'panel' },
  'device-client': { route: 'devices?open={device}&tab=client', part: 'panel' },
  'device-settings': { route: 'devices?open={device}&tab=settings', part: 'panel' },
  'device-mismatch': {
    route: 'devices?open={device}&tab=client',
    part: 'panel',
    deviceState: 'number-mismatch',
  },
  'device-paused': {
    route: 'devices?open={device}&tab=folders',
    part: 'panel',
    deviceState: 'paused-by-device',
  },
  'devices-pending': { route: 'devices?state=pending', part: 'window' },
  'device-check': { route: 'devices?open={device}&tab=check', part: 'panel' },
  sms: { route: 'sms', part: 'window' },
  'gateway-kinds': { route: 'sms', press: ['sms.add'], part: 'window' },
  'new-gateway': { route: 'sms?add=http', part: 'dialog' },
  'gateway-test': { route: 'sms?open={gateway}&view=test', part: 'panel' },
  push: { route: 'push', part: 'window' },
  'push-changes': { route: 'push?tab=changes', part: 'window' },
  'push-settings': { route: 'push?tab=settings', part: 'window' },
  'push-connect': { route: 'push?tab=connect', part: 'window' },
  log: { route: 'log', part: 'window' },
  'settings-sync': { route: 'settings?section=sync', part: 'window' },
  'settings-devices': { route: 'settings?section=devices', part: 'window' },
  'settings-provisioning': { route: 'settings?section=provisioning', part: 'window' },
  'settings-backup': { route: 'settings?section=backup', part: 'window' },
  'settings-about': { route: 'settings?section=about', part: 'window' },
} as const satisfies Readonly<Record<string, GuideScreen>>;

/** Name of a screen; its picture is `pictures/<language>/<name>.png`. */
export type ScreenName = keyof typeof screens;
