export {
  decodeBrowserSettings,
  encodeBrowserSettings,
  type BrowserBookmark,
  type BrowserParameter,
  type BrowserSettings,
} from './browser-settings.ts';
export {
  browserSettingsPorts,
  decodeBrowserSettingsPush,
  decodeSyncSettingsPush,
  encodeBrowserSettingsSms,
  encodeSyncSettingsSms,
  isBrowserSettings,
  syncSettingsPorts,
  type SettingsSms,
  type SettingsSmsOptions,
} from './settings-sms.ts';
export {
  decodeSyncSettings,
  encodeSyncSettings,
  type SyncSettings,
  type SyncSettingsAuthentication,
  type SyncSettingsDatabase,
} from './sync-settings.ts';
