import { CodecError } from '../codec-error.ts';
import {
  joinSegments,
  segmentBinary,
  wapPushPorts,
  type SegmentReference,
  type SmsPorts,
  type SmsSegment,
} from '../gsm-sms/index.ts';
import { provisioningSecretLimits } from '../limits.ts';
import { contentTypeCodes } from '../omna/index.ts';
import {
  decodePush,
  encodePush,
  findParameter,
  mediaCode,
  parameterTokens,
  securityTokens,
  type PushPdu,
  type WspParameter,
} from '../wsp/index.ts';
import {
  decodeProvisioningDocument,
  encodeProvisioningDocument,
  type ProvisioningDocument,
} from './document.ts';
import {
  provisioningMac,
  type ProvisioningSecrets,
  type ProvisioningSecurity,
} from './security.ts';

/** How a document is pushed. */
export type ProvisioningPushOptions = ProvisioningSecrets & {
  readonly security: ProvisioningSecurity;
  /** One octet of the push; 1 unless given. */
  readonly transactionId?: number;
};

/** A provisioning push that came in. */
export type ProvisioningPush = {
  readonly transactionId: number;
  readonly document: ProvisioningDocument;
  /** The document's octets, which the MAC vouches for. */
  readonly body: Uint8Array;
  readonly security: ProvisioningSecurity;
  /** 40 hex digits as they came; undefined for `none` and `userpinmac`. */
  readonly mac: string | undefined;
};

/** A provisioning message on each of its layers. */
export type ProvisioningSms = {
  /** The WBXML document. */
  readonly body: Uint8Array;
  /** The WSP PDU around it. */
  readonly push: Uint8Array;
  /** The PDU cut into messages, to be sent in this order with an 8-bit TP-DCS. */
  readonly segments: readonly SmsSegment[];
};

const macPattern = new RegExp(`^[0-9a-fA-F]{${String(provisioningSecretLimits.macDigits)}}$`);

/**
 * Makes the push of an encoded document (OMA-WAP-TS-ProvBoot-V1_1 §4.6): signed with what the kind
 * of security needs, else a CodecError `missing`. No secret is in it.
 */
export function encodeProvisioningPush(
  options: ProvisioningPushOptions & { readonly body: Uint8Array },
): Uint8Array {
  const { body, transactionId = 1 } = options;
  const parameters = securityParameters(options, body);
  const contentType = { media: contentTypeCodes.provisioning, parameters };
  return encodePush({ transactionId, contentType, headers: [], body });
}

/**
 * Makes the messages of a document: WBXML, WSP push, segments. `ports` is WAP push from port 49154
 * unless given.
 */
export function encodeProvisioningSms(
  description: ProvisioningPushOptions & { readonly document: ProvisioningDocument },
  options: SegmentReference & { readonly ports?: SmsPorts },
): ProvisioningSms {
  const body = encodeProvisioningDocument(description.document);
  const push = encodeProvisioningPush({ ...description, body });
  const { ports = wapPushPorts } = options;
  return { body, push, segments: segmentBinary(push, { ...options, ports }) };
}

/**
 * Reads a push. One of another content type is a CodecError `unsupported`, one whose parameters
 * contradict each other `inconsistent` or `missing`. Whether the MAC fits is another question:
 * {@link verifyProvisioningMac} answers it.
 */
export function decodeProvisioningPush(push: PushPdu | Uint8Array): ProvisioningPush {
  const pdu = push instanceof Uint8Array ? decodePush(push) : push;
  const { transactionId, contentType, body } = pdu;
  if (mediaCode(contentType) !== contentTypeCodes.provisioning) {
    throw new CodecError('provisioning', 'unsupported');
  }
  const security = securityOf(findParameter(contentType, parameterTokens.sec));
  const mac = macOf(findParameter(contentType, parameterTokens.mac));
  const isSigned = security !== 'none' && security !== 'userpinmac';
  if (isSigned && mac === undefined) throw new CodecError('provisioning', 'missing');
  if (!isSigned && mac !== undefined) throw new CodecError('provisioning', 'inconsistent');
  return { transactionId, document: decodeProvisioningDocument(body), body, security, mac };
}

/** Reads a push from all its messages, in any order. */
export function decodeProvisioningSms(segments: readonly SmsSegment[]): ProvisioningPush {
  return decodeProvisioningPush(joinSegments(segments).payload);
}

function securityParameters(
  { security, pin, imsi }: ProvisioningPushOptions,
  body: Uint8Array,
): WspParameter[] {
  if (security === 'none') return [];
  const parameter = { name: parameterTokens.sec, value: securityTokens[security] };
  if (security === 'userpinmac') return [parameter];
  const mac = provisioningMac(security, body, { pin, imsi });
  return [parameter, { name: parameterTokens.mac, value: mac }];
}

function securityOf(value: WspParameter['value'] | undefined): ProvisioningSecurity {
  switch (value) {
    case undefined:
      return 'none';
    case securityTokens.netwpin:
      return 'netwpin';
    case securityTokens.userpin:
      return 'userpin';
    case securityTokens.usernetwpin:
      return 'usernetwpin';
    case securityTokens.userpinmac:
      return 'userpinmac';
    default:
      throw new CodecError('provisioning', 'invalid-value');
  }
}

function macOf(value: WspParameter['value'] | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !macPattern.test(value)) {
    throw new CodecError('provisioning', 'invalid-value');
  }
  return value;
}
