import { fromHex } from '../../codecs/bytes.ts';
import { septetsToText } from '../../codecs/gsm-sms/index.ts';
import type { MessageRow } from '../../store/types.ts';

/** The text of messages in the GSM alphabet, as their parts follow one another. */
export function smsText(messages: readonly Pick<MessageRow, 'parts'>[]): string {
  return messages
    .flatMap(({ parts }) => parts)
    .map(({ data }) => septetsToText(fromHex(data)))
    .join('');
}
