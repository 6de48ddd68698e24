import { createHash } from 'node:crypto';
import { CodecError } from '../codecs/codec-error.ts';
import { contentOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { makeDocuments } from './documents/index.ts';
import type { SettingsOfProvisioning } from './provisioning-deps.ts';

/**
 * Digest of what a configuration says and to whom, without its PIN and what else differs from one
 * sending to the next. Undefined for what cannot be sent.
 */
export function fingerprintOf(
  draft: Draft,
  { sync }: Pick<SettingsOfProvisioning, 'sync'>,
): string | undefined {
  const { format, security, device } = draft;
  const content = contentOf(draft, sync.auth);
  if (format === null || content === undefined) return undefined;
  const unsigned = { security: 'none', pin: undefined, imsi: undefined } as const;
  try {
    const { documents } = makeDocuments(format, content, unsigned, 0);
    const hash = createHash('sha256');
    hash.update(JSON.stringify([format, security, device.number]));
    for (const { body } of documents) hash.update(body);
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof CodecError) return undefined;
    throw error;
  }
}
