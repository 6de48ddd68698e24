import { toHex } from '../../../codecs/bytes.ts';
import { textOfUserData } from '../../../codecs/gsm-sms/index.ts';
import type { SmsSegment } from '../../../codecs/gsm-sms/index.ts';
import { joinParts } from '../../outgoing.ts';
import type { OutgoingMessage } from '../../outgoing.ts';
import { inPlainAlphabet } from '../../plain-alphabet.ts';
import { secondsLeft } from '../../time-left.ts';

/**
 * A message for another Pushdesk: bytes, whatever it is, so that phones get what was handed in here,
 * tables of languages included. A
 * long one is joined, since the far side cuts it for the gateway that it chooses. The reference is our
 * id: handed over twice, it stays one message.
 *
 * @param now Milliseconds since 1970.
 * @throws CodecError when the parts do not fit together.
 */
export function pushdeskForm(message: OutgoingMessage, now: number): URLSearchParams {
  const { udh, data } = joinParts(message.parts);
  const expires = secondsLeft(message, now);
  return new URLSearchParams({
    ...common(message),
    binary: '1',
    encoding: 'hex',
    data: toHex(data),
    ...(udh.length === 0 ? {} : { udh: toHex(udh) }),
    dcs: String(message.dcs),
    ref: message.id,
    hops: String((message.hops ?? 0) + 1),
    ...(expires === undefined ? {} : { expires: String(expires) }),
    ...(message.isBulk === true ? { bulk: '1' } : {}),
  });
}

/**
 * The same for a server that knows the old format alone: texts as text, all else in base64.
 *
 * @throws CodecError when the parts do not fit together.
 */
export function plainForm(given: OutgoingMessage): URLSearchParams {
  const message = inPlainAlphabet(given);
  const whole = joinParts(message.parts);
  const text = textOf(whole, message);
  if (text !== undefined) {
    return new URLSearchParams({
      ...common(message),
      data: text,
      maxmsgs: String(message.parts.length),
    });
  }
  return new URLSearchParams({
    ...common(message),
    binary: '1',
    data: Buffer.from(whole.data).toString('base64'),
    ...(whole.udh.length === 0 ? {} : { udh: Buffer.from(whole.udh).toString('base64') }),
    dcs: String(message.dcs),
  });
}

function common({ number, pid, sender }: OutgoingMessage): Record<string, string> {
  return {
    number,
    ...(pid === 0 ? {} : { pid: String(pid) }),
    ...(sender === '' ? {} : { sender }),
  };
}

/** A text that somebody reads; one for a program in the phone has a header with its port. */
function textOf({ udh, data }: SmsSegment, { dcs }: OutgoingMessage): string | undefined {
  return udh.length > 0 ? undefined : textOfUserData(dcs, data);
}
