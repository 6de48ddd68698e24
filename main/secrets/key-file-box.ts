import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import type { SecretBox } from '../store/types.ts';

/** AES-256 key, 96-bit nonce and 128-bit tag of GCM (NIST SP 800-38D §5.2.1, §8.2.2). */
const lengths = { key: 32, nonce: 12, tag: 16 } as const;
const cipher = 'aes-256-gcm';

/** Why a key file cannot be used. */
export class KeyFileError extends Error {
  readonly reason: 'too-open' | 'not-a-key' | 'wrong-key' | 'missing';
  readonly path: string;

  constructor(reason: KeyFileError['reason'], path: string, cause?: unknown) {
    super(`key file ${path}: ${reason}`, { cause });
    this.name = 'KeyFileError';
    this.reason = reason;
    this.path = path;
  }
}

/**
 * A box whose key lies in a file that its owner alone may read (mode 0600); made when it is not
 * there. What is sealed with it is no safer than the file, which is why it lies apart in backups.
 *
 * @param isNeeded tells whether something is sealed with the key already, so that a key that was lost
 * is not replaced by one that opens nothing.
 * @throws KeyFileError `too-open` when others may read the file, `not-a-key` when it holds something
 * else, `missing` when it is not there though it is needed.
 */
export async function openKeyFileBox(
  path: string,
  isNeeded: () => boolean = () => false,
): Promise<SecretBox> {
  const key = (await readKey(path)) ?? (await makeKey(path, isNeeded));
  return {
    seal(clear) {
      const nonce = randomBytes(lengths.nonce);
      const sealer = createCipheriv(cipher, key, nonce, { authTagLength: lengths.tag });
      const sealed = Buffer.concat([sealer.update(clear, 'utf8'), sealer.final()]);
      return new Uint8Array(Buffer.concat([nonce, sealed, sealer.getAuthTag()]));
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      const nonce = bytes.subarray(0, lengths.nonce);
      const tag = bytes.subarray(-lengths.tag);
      try {
        const opener = createDecipheriv(cipher, key, nonce, { authTagLength: lengths.tag });
        opener.setAuthTag(tag);
        const inner = bytes.subarray(lengths.nonce, -lengths.tag);
        return opener.update(inner, undefined, 'utf8') + opener.final('utf8');
      } catch (error) {
        throw new KeyFileError('wrong-key', path, error);
      }
    },
  };
}

/** A new key in a new file. */
async function makeKey(path: string, isNeeded: () => boolean): Promise<Buffer> {
  if (isNeeded()) throw new KeyFileError('missing', path);
  const key = randomBytes(lengths.key);
  // Never over a file that is there by now: another process may have sealed with its key.
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}

/** The key in the file; undefined when there is no file. */
async function readKey(path: string): Promise<Buffer | undefined> {
  try {
    const { mode } = await stat(path);
    // Windows keeps rights elsewhere, and tells every file as open to all.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new KeyFileError('too-open', path);
    }
    const key = await readFile(path);
    if (key.length !== lengths.key) throw new KeyFileError('not-a-key', path);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
