import { SealedElsewhereError } from '../store/store-errors.ts';
import type { SecretBox } from '../store/types.ts';

/** What is used of Electron's safeStorage. */
export interface SystemKeyStore {
  isEncryptionAvailable(): boolean;
  encryptString(clear: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

/** Says who sealed what follows. */
const marks = { system: 1, keyFile: 2 } as const;

/**
 * Whether the system really keeps secrets. On Linux without a key ring Chromium would "encrypt" with
 * a password that is in its source code, and say that encryption is available.
 */
export function hasSystemKeyStore(keyStore: SystemKeyStore, platform: NodeJS.Platform): boolean {
  if (!keyStore.isEncryptionAvailable()) return false;
  if (platform !== 'linux') return true;
  const backend = keyStore.getSelectedStorageBackend?.() ?? 'unknown';
  return backend !== 'basic_text' && backend !== 'unknown';
}

/** Opens with a key store that works: what it cannot open came here from another machine or person. */
function openWith(keyStore: SystemKeyStore, sealed: Uint8Array): string {
  try {
    return keyStore.decryptString(Buffer.from(sealed));
  } catch (error) {
    throw new SealedElsewhereError(error);
  }
}

/**
 * Seals with the system's key store, or where there is none with a key file. Each secret tells who
 * sealed it, so that those of a session without a key ring can still be opened in one with it.
 */
export function createDesktopSecretBox(
  keyStore: SystemKeyStore,
  keyFileBox: SecretBox,
  platform: NodeJS.Platform,
): SecretBox {
  const usesSystem = hasSystemKeyStore(keyStore, platform);
  return {
    seal(clear) {
      const sealed = usesSystem ? keyStore.encryptString(clear) : keyFileBox.seal(clear);
      return new Uint8Array([usesSystem ? marks.system : marks.keyFile, ...sealed]);
    },
    open(sealed) {
      const inner = sealed.subarray(1);
      if (sealed[0] === marks.system) {
        // Without its key ring a session says so, and does not take its own secrets for lost.
        return usesSystem ? openWith(keyStore, inner) : keyStore.decryptString(Buffer.from(inner));
      }
      if (sealed[0] === marks.keyFile) return keyFileBox.open(inner);
      throw new Error('this was not sealed by the desktop');
    },
  };
}
