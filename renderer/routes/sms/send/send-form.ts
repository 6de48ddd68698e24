import { messageLimits } from '../../../../shared/model/message.ts';
import type { client } from '../../../api/client.ts';

/** What `messages.send` takes. */
export type SendInput = Parameters<typeof client.messages.send>[0];

/** What stands in the fields of the dialog. */
export interface SendValues {
  readonly number: string;
  readonly text: string;
  /** Empty: as the routes say. */
  readonly gatewayId: string;
  /** Empty: no account. */
  readonly accountId: string;
  readonly sender: string;
  /** Hours; empty: as the settings say. */
  readonly expires: number | string;
  readonly bulk: boolean;
  /** Bytes in place of the text. */
  readonly isBinary: boolean;
  readonly data: string;
  readonly udh: string;
  readonly dcs: string;
  readonly pid: string;
}

/** Values of a dialog that was just opened. */
export const emptySend: SendValues = {
  number: '',
  text: '',
  gatewayId: '',
  accountId: '',
  sender: '',
  expires: '',
  bulk: false,
  isBinary: false,
  data: '',
  udh: '',
  dcs: '04',
  pid: '00',
};

/** What is wrong with a field, before anything is sent. */
export type SendFault =
  | { readonly code: 'required' | 'not-a-number' | 'hex' | 'octet' }
  | { readonly code: 'too-long'; readonly max: number }
  | { readonly code: 'out-of-range'; readonly min: number; readonly max: number }
  /** The first octet of a user data header does not tell the length of the rest (GSM 03.40 §9.2.3.24). */
  | { readonly code: 'udh-length'; readonly length: string };

/** Most octets of a user data header: it has to fit into one SMS. */
const mostHeader = 140;
const expiry = { min: 1, max: 168 } as const;
const hourMs = 3_600_000;

/** Hex without what people write between octets, in lower case. */
function bareHex(typed: string): string {
  return typed.replaceAll(/[\s:]/gu, '').toLowerCase();
}

function hexFault(typed: string, most: number): SendFault | null {
  const hex = bareHex(typed);
  if (!/^(?:[0-9a-f]{2})*$/u.test(hex)) return { code: 'hex' };
  return hex.length / 2 > most ? { code: 'too-long', max: most } : null;
}

function udhFault(typed: string): SendFault | null {
  const fault = hexFault(typed, mostHeader);
  const hex = bareHex(typed);
  if (fault !== null || hex === '') return fault;
  const rest = hex.length / 2 - 1;
  return Number.parseInt(hex.slice(0, 2), 16) === rest
    ? null
    : { code: 'udh-length', length: rest.toString(16).padStart(2, '0').toUpperCase() };
}

function octetFault(typed: string): SendFault | null {
  return /^[0-9a-f]{1,2}$/iu.test(typed.trim()) ? null : { code: 'octet' };
}

/** The number without what people write between its digits. */
export function bareNumber(typed: string): string {
  return typed.replaceAll(/[\s()./-]/gu, '').replace(/^00/u, '+');
}

function numberFault(typed: string): SendFault | null {
  const number = bareNumber(typed);
  if (number === '') return { code: 'required' };
  return /^\+?\d{3,15}$/u.test(number) ? null : { code: 'not-a-number' };
}

function expiresFault(expires: number | string): SendFault | null {
  if (String(expires).trim() === '') return null;
  const hours = Number(expires);
  return hours >= expiry.min && hours <= expiry.max ? null : { code: 'out-of-range', ...expiry };
}

/** What is wrong with each field; fields that are well are left out. */
export function sendFaults(values: SendValues): Partial<Record<keyof SendValues, SendFault>> {
  const { isBinary } = values;
  const data: SendFault | null =
    bareHex(values.data) === '' && bareHex(values.udh) === ''
      ? { code: 'required' }
      : hexFault(values.data, messageLimits.octets);
  const text: SendFault | null =
    values.text === ''
      ? { code: 'required' }
      : values.text.length > messageLimits.text
        ? { code: 'too-long', max: messageLimits.text }
        : null;
  const faults = {
    number: numberFault(values.number),
    expires: expiresFault(values.expires),
    ...(isBinary
      ? {
          data,
          udh: udhFault(values.udh),
          dcs: octetFault(values.dcs),
          pid: octetFault(values.pid),
        }
      : { text }),
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null));
}

/** What is sent; only for values without faults. */
export function sendInput(values: SendValues): SendInput {
  const { gatewayId, accountId, bulk } = values;
  const sender = values.sender.trim();
  const hours = String(values.expires).trim();
  const udh = bareHex(values.udh);
  return {
    number: bareNumber(values.number),
    ...(values.isBinary
      ? {
          data: bareHex(values.data),
          ...(udh === '' ? {} : { udh }),
          dcs: Number.parseInt(values.dcs, 16),
          pid: Number.parseInt(values.pid, 16),
        }
      : { text: values.text }),
    ...(gatewayId === '' ? {} : { gatewayId }),
    ...(accountId === '' ? {} : { accountId }),
    ...(sender === '' ? {} : { sender }),
    ...(bulk ? { bulk } : {}),
    ...(hours === '' ? {} : { expiresInMs: Math.round(Number(hours) * hourMs) }),
  };
}

/** Most characters that are named. */
const mostNamed = 12;

/** The characters that force Unicode, each named so that invisible ones can be told: `ł`, `U+00A0`. */
export function nameCharacters(outside: readonly string[]): readonly string[] {
  const named = [...new Set(outside)].slice(0, mostNamed).map((character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return /^[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}”` : `U+${code}`;
  });
  return new Set(outside).size > mostNamed ? [...named, '…'] : named;
}
