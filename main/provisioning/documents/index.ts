import type { ProvisioningFormat } from '../../../shared/model/provisioning.ts';
import type { ConfigurationContent, ConfigurationDocuments, SigningSecrets } from './content.ts';
import { omaCpDocuments } from './oma-cp.ts';
import { syncSettingsDocuments } from './sync-settings.ts';
import { synthesisDocuments } from './synthesis.ts';

/**
 * Makes the SMS of a configuration. A text that the format cannot hold is a CodecError.
 *
 * @param reference 0 to 255: ties the parts of a message together (GSM 03.40 §9.2.3.24.1).
 */
export function makeDocuments(
  format: ProvisioningFormat,
  content: ConfigurationContent,
  secrets: SigningSecrets,
  reference: number,
): ConfigurationDocuments {
  switch (format) {
    case 'oma-cp':
      return omaCpDocuments(content, secrets, reference);
    case 'sync-settings':
      return syncSettingsDocuments(content, reference);
    case 'synthesis':
      return synthesisDocuments(content, reference);
  }
}
