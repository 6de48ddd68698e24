import { X509Certificate, createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Signer } from '../portal-deps.ts';

/** The curves that a key may be on, by their names in OpenSSL and in Web Cryptography. */
const curves: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

const HASH = 'SHA-256';
const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const;

const certificateBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu;

type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

async function importKey(key: KeyObject): Promise<WebKey> {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  const curve = curves[key.asymmetricKeyDetails?.namedCurve ?? ''];
  const algorithm =
    key.asymmetricKeyType === 'ec' && curve !== undefined
      ? { name: 'ECDSA', namedCurve: curve }
      : { name: 'RSASSA-PKCS1-v1_5', hash: HASH };
  return await crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign']);
}

/** Octets of their own, as the libraries keep what they are given. */
function octets(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

/**
 * Signs octets: CMS SignedData in DER with the content inside, SHA-256 and the whole chain (RFC 5652
 * §5), by an RSA key or one on a NIST curve.
 *
 * @param now Milliseconds since 1970, for the signing time.
 * @throws Error when the key is of another kind.
 */
export async function signAttached(
  content: Uint8Array,
  { cert, key }: Pick<Signer, 'cert' | 'key'>,
  now: number,
): Promise<Uint8Array> {
  // Loaded when the first profile is asked for: most starts sign none.
  const [asn1, pki] = await Promise.all([import('asn1js'), import('pkijs')]);
  const engine = new pki.CryptoEngine({ name: 'node', crypto });
  pki.setEngine('node', engine);
  const chain = (cert.match(certificateBlock) ?? []).map((pem) =>
    pki.Certificate.fromBER(octets(new X509Certificate(pem).raw)),
  );
  const own = chain[0];
  if (own === undefined) throw new Error('there is no certificate to sign with');
  const digest = await crypto.subtle.digest(HASH, octets(content));
  const attribute = (type: string, value: unknown) => new pki.Attribute({ type, values: [value] });
  const signed = new pki.SignedData({
    version: 1,
    encapContentInfo: new pki.EncapsulatedContentInfo({ eContentType: oids.data }),
    signerInfos: [
      new pki.SignerInfo({
        version: 1,
        sid: new pki.IssuerAndSerialNumber({
          issuer: own.issuer,
          serialNumber: own.serialNumber,
        }),
        signedAttrs: new pki.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(oids.contentType, new asn1.ObjectIdentifier({ value: oids.data })),
            attribute(oids.signingTime, new asn1.UTCTime({ valueDate: new Date(now) })),
            attribute(oids.messageDigest, new asn1.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: chain,
  });
  // Set afterwards: the constructor would cut it into pieces, which is no DER (X.690 §10.2).
  signed.encapContentInfo.eContent = new asn1.OctetString({ valueHex: octets(content) });
  await signed.sign(await importKey(createPrivateKey(key)), 0, HASH, undefined, engine);
  const whole = new pki.ContentInfo({
    contentType: oids.signedData,
    content: signed.toSchema(true),
  });
  return new Uint8Array(whole.toSchema().toBER(false));
}
