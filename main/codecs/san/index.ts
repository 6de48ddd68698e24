export { syncTypes, isSyncType, type SyncType } from './sync-type.ts';
export { computeSanDigest, verifySanDigest, type SanCredentials } from './digest.ts';
export {
  decodeSan12,
  encodeSan12,
  isSan12,
  sealSan12,
  uiModes,
  type San12,
  type San12Trigger,
  type SanInitiator,
  type SanSync,
  type UiMode,
} from './san12.ts';
export {
  decodeLegacyAlert,
  encodeLegacyAlert,
  type LegacyAlert,
  type LegacyAlertCommand,
  type LegacyAlertItem,
  type LegacyAlertVersion,
} from './legacy-alert.ts';
