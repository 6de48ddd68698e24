import { makeDocuments } from '../main/provisioning/documents/index.ts';
import {
  provisioningSecurityOptions,
  usualContent,
} from '../main/provisioning/testing/usual-content.ts';
import { clientTypes } from '../shared/catalogue/client-types.ts';
import { atMost } from './figures.ts';
import type { BenchResult, Figure } from './figures.ts';

/** Most SMS that a usual configuration may take. */
const BOUND = 3;
const secrets = { pin: '1234', imsi: '262011234567890' };

/** How large a usual configuration is for each client type, by the security that it has. */
export function provisioning(): Promise<BenchResult> {
  const figures: Record<string, Figure> = {};
  const details: Record<string, unknown> = {};
  for (const { id, otaConfiguration } of clientTypes) {
    const { format } = otaConfiguration;
    if (format === null) continue;
    const sizes = provisioningSecurityOptions(format).map((security) => {
      const content = usualContent(id);
      const { documents } = makeDocuments(format, content, { security, ...secrets }, 0);
      return {
        security,
        folders: content.profile.folders.length,
        octets: documents.reduce((sum, { octets }) => sum + octets, 0),
        segments: documents.reduce((sum, { parts }) => sum + parts.length, 0),
      };
    });
    figures[id] = atMost(BOUND, Math.max(...sizes.map(({ segments }) => segments)), 'SMS');
    details[id] = { format, sizes };
  }
  return Promise.resolve({ figures, details });
}
