import { CodecError } from '../../../codecs/codec-error.ts';
import { addressOf, atCommandPdu, encodeSubmit } from '../../../codecs/gsm-sms/index.ts';
import type { AtCommandPdu, SmsValidity } from '../../../codecs/gsm-sms/index.ts';
import { toHex } from '../../../codecs/bytes.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import { secondsLeft } from '../../time-left.ts';

/**
 * What `AT+CMGS` wants for each part of a message; a message that does not fit is a CodecError.
 *
 * @param now Milliseconds since 1970: the network may try for what is left of the message's time.
 */
export function submitCommands(
  message: OutgoingMessage,
  reports: boolean,
  now: number,
): AtCommandPdu[] {
  const validity = validityOf(message, now);
  return message.parts.map(({ udh, data }) =>
    atCommandPdu({
      // The service centre that the SIM or the set-up chose.
      serviceCentre: undefined,
      tpdu: encodeSubmit({
        udh,
        data,
        rejectDuplicates: false,
        statusReportRequest: reports,
        replyPath: false,
        messageReference: 0,
        destination: addressOf(message.number),
        protocolId: message.pid,
        dataCoding: message.dcs,
        validity,
      }),
    }),
  );
}

/** Without a time of its own, the message has the network's (GSM 03.40 §9.2.3.12). */
function validityOf(message: OutgoingMessage, now: number): SmsValidity {
  const seconds = secondsLeft(message, now);
  return seconds === undefined
    ? { kind: 'none' }
    : { kind: 'relative', minutes: Math.ceil(seconds / 60) };
}

/** The commands and what is in them, for people; what a secret message says is left out. */
export function describeSubmits(message: OutgoingMessage, reports: boolean, now: number): string {
  try {
    return submitCommands(message, reports, now)
      .map(({ line, length }, index) => {
        const { udh = nothing, data } = message.parts[index] ?? { data: nothing };
        const fields = [
          `to ${message.number}`,
          `PID ${octet(message.pid)}`,
          `DCS ${octet(message.dcs)}`,
          udh.length === 0 ? 'no UDH' : `UDH ${toHex(udh)}`,
          `${String(data.length)} ${message.alphabet === 'gsm7' ? 'septets' : 'octets'}`,
          reports ? 'report asked for' : 'no report',
        ];
        const pdu = message.hasSecrets ? '(PDU not shown)' : line;
        return `AT+CMGS=${String(length)}\n${pdu}\n${fields.join(', ')}`;
      })
      .join('\n');
  } catch (error) {
    if (error instanceof CodecError) return error.message;
    throw error;
  }
}

const nothing = new Uint8Array(0);

function octet(value: number): string {
  return value.toString(16).padStart(2, '0').toUpperCase();
}
