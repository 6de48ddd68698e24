import type { ProvisioningFormat } from '../../../shared/model/provisioning.ts';
import type { ConfigurationContent, ConfigurationDocument, SigningSecrets } from './content.ts';
import { makeDocuments } from './index.ts';

/** A SIM's number has up to 15 digits; its length does not change that of the message. */
const sampleImsi = '0'.repeat(15);

/**
 * The SMS of a configuration with others' secrets in the places of the real ones, of the same length:
 * stars for the access point's password, and the signature of zeros, since a real one tells a PIN of few
 * digits to anybody who tries them all. A text that the format cannot hold is a CodecError.
 *
 * @param reference 0 to 255: ties the parts of a message together (GSM 03.40 §9.2.3.24.1).
 */
export function maskedDocuments(
  format: ProvisioningFormat,
  content: ConfigurationContent,
  {
    security,
    pinDigits,
  }: Pick<SigningSecrets, 'security'> & { readonly pinDigits?: number | undefined },
  reference: number,
): readonly ConfigurationDocument[] {
  const { accessPoint } = content;
  const password = accessPoint?.password ?? null;
  const masked = accessPoint && {
    ...accessPoint,
    password: password === null ? null : '*'.repeat(Buffer.byteLength(password)),
  };
  const pin = pinDigits === undefined ? undefined : '0'.repeat(pinDigits);
  const secrets = { security, pin, imsi: sampleImsi };
  return makeDocuments(format, { ...content, accessPoint: masked }, secrets, reference).documents;
}
