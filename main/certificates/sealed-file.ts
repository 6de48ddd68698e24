import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SecretBox } from '../store/types.ts';
import { loadPem } from './pem.ts';
import type { LoadedCertificate } from './pem.ts';

const begin = '-----BEGIN PUSHDESK SEALED KEY-----';
const end = '-----END PUSHDESK SEALED KEY-----';

/** What a file of ours holds: certificates, if any, and a key, both PEM. */
export interface KeptKey {
  readonly cert: string;
  readonly key: string;
}

/**
 * Reads a file of ours; undefined when it is not there, or when its key was sealed with another box,
 * because then it is of no use to anybody.
 */
export async function readSealed(path: string, box: SecretBox): Promise<KeptKey | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    const [cert = '', rest = ''] = text.split(begin);
    const sealed = Buffer.from(rest.split(end)[0] ?? '', 'base64');
    return { cert, key: box.open(new Uint8Array(sealed)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code !== 'ENOENT') throw error;
    return undefined;
  }
}

/** The certificate in a file of ours; undefined when there is none that can be used. */
export async function readSealedCertificate(
  path: string,
  box: SecretBox,
): Promise<LoadedCertificate | undefined> {
  const kept = await readSealed(path, box);
  if (kept === undefined) return undefined;
  try {
    return loadPem(kept.cert, kept.key, { path, key: path });
  } catch {
    return undefined;
  }
}

/**
 * Writes certificates and their key into one file (mode 0600), so that both change at once: what a
 * crash leaves is the old pair or the new one. The key is sealed like all secrets.
 */
export async function writeSealed(path: string, kept: KeptKey, box: SecretBox): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const sealed = Buffer.from(box.seal(kept.key)).toString('base64');
  const lines = sealed.match(/.{1,64}/gu) ?? [];
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(`${kept.cert.trim()}\n${begin}\n${lines.join('\n')}\n${end}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // A file that was left by a crash may have had other rights.
  await chmod(fresh, 0o600);
  await rename(fresh, path);
}
