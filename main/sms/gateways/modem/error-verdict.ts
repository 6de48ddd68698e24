import type { GatewayReason } from '../../../../shared/model/gateway.ts';
import type { ModemError } from './error-codes.ts';

/** What an error means for a message and for the modem. */
export type ErrorVerdict =
  /** The message itself is at fault: nobody else is to try it either. */
  | { readonly kind: 'message' }
  /** Memory is full: it can be emptied, and the message tried again. */
  | { readonly kind: 'full' }
  /** It passes by itself. */
  | { readonly kind: 'passing'; readonly reason: GatewayReason }
  /** The modem, its SIM or its subscription is at fault. */
  | { readonly kind: 'modem'; readonly reason: GatewayReason };

/** Wrong number, or a message that a network, service centre or modem calls malformed. */
const messageCodes: ReadonlySet<number> = new Set([
  1, 28, 30, 81, 95, 96, 97, 99, 128, 129, 130, 143, 144, 145, 159, 195, 196, 197, 198, 199, 304,
  305,
]);
const fullCodes: ReadonlySet<number> = new Set([208, 210, 211, 322]);
/** Networks and service centres that are busy, out of order, or say no more than that it failed. */
const passingCodes: ReadonlySet<number> = new Set([
  17, 21, 22, 27, 38, 41, 42, 47, 98, 111, 127, 192, 194, 212, 255, 300, 301, 302, 314, 332, 500,
]);
const cmsReasons: ReadonlyMap<number, GatewayReason> = new Map<number, GatewayReason>([
  [310, 'no-sim'],
  [311, 'pin-needed'],
  [312, 'pin-needed'],
  [313, 'no-sim'],
  [315, 'no-sim'],
  [316, 'puk-needed'],
  [317, 'pin-needed'],
  [318, 'puk-needed'],
  [331, 'not-registered'],
]);
const cmeReasons: ReadonlyMap<number, GatewayReason> = new Map<number, GatewayReason>([
  [5, 'pin-needed'],
  [10, 'no-sim'],
  [11, 'pin-needed'],
  [12, 'puk-needed'],
  [13, 'no-sim'],
  [15, 'no-sim'],
  [17, 'pin-needed'],
  [18, 'puk-needed'],
  [30, 'not-registered'],
  [32, 'not-registered'],
]);
const passingCmeCodes: ReadonlySet<number> = new Set([0, 3, 14, 31, 100, 515]);
/** Codes from here on are makers' own (27.005 §3.2.5). */
const firstVendorCode = 512;
const noNetwork = 331;

/** Judges the answer to a message. What the standards leave open counts as passing. */
export function judgeModemError({ kind, code }: ModemError): ErrorVerdict {
  const passing = { kind: 'passing', reason: 'backing-off' } as const;
  if (code === undefined) return passing;
  if (kind === 'cme') {
    const reason = cmeReasons.get(code);
    if (reason !== undefined) return { kind: 'modem', reason };
    if (code === 20) return { kind: 'full' };
    return passingCmeCodes.has(code) ? passing : { kind: 'modem', reason: 'refused' };
  }
  if (messageCodes.has(code)) return { kind: 'message' };
  if (fullCodes.has(code)) return { kind: 'full' };
  if (code === noNetwork) return { kind: 'passing', reason: 'not-registered' };
  if (passingCodes.has(code) || code >= firstVendorCode) return passing;
  return { kind: 'modem', reason: cmsReasons.get(code) ?? 'refused' };
}

/** Whether the SIM is busy and the same command is to be given again. */
export function isSimBusy({ kind, code }: ModemError): boolean {
  return kind === 'cme' ? code === 14 || code === 515 : kind === 'cms' && code === 314;
}
