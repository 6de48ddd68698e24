import { readFile, stat } from 'node:fs/promises';
import { loadPem } from './pem.ts';
import type { LoadedCertificate } from './pem.ts';
import { CertificateError } from './problem.ts';

/** Paths of a certificate that somebody else looks after. */
export interface CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

function refusal(error: unknown, path: string): CertificateError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new CertificateError('file-missing', { path }, error);
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new CertificateError('file-unreadable', { path, detail }, error);
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw refusal(error, path);
  }
}

/**
 * Reads the files.
 *
 * @throws CertificateError that says what is wrong with which file.
 */
export async function readCertificateFiles(files: CertificateFiles): Promise<LoadedCertificate> {
  const { certificateFile, keyFile } = files;
  const cert = await read(certificateFile);
  const key = keyFile === certificateFile ? cert : await read(keyFile);
  return loadPem(cert, key, { path: certificateFile, key: keyFile });
}

async function markOf(path: string): Promise<string> {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(path);
    return [mtimeMs, ctimeMs, size, ino].join();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Something that is different after the files have changed. Links are followed: tools that renew
 * certificates point them at new files.
 */
export async function markOfFiles({ certificateFile, keyFile }: CertificateFiles): Promise<string> {
  return `${await markOf(certificateFile)} ${await markOf(keyFile)}`;
}
