import { languages } from '../../../shared/i18n/languages.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { toHex } from '../../codecs/bytes.ts';
import { segmentText } from '../../codecs/gsm-sms/index.ts';
import { newMessage } from '../../store/new-message.ts';
import type { MessageRow } from '../../store/types.ts';
import { wordsIn } from '../html/words.ts';

/** Languages of the countries where the product is spoken, by country code (ITU-T E.164). */
const countryLanguages: readonly (readonly [prefix: string, language: Language])[] = [
  ['+48', 'pl'],
  ['+420', 'cs'],
  ['+421', 'cs'],
  ['+86', 'zh-CN'],
];

/** What a link is told with. */
export interface LinkToTell {
  readonly url: string;
  readonly organisation: string;
  readonly deviceName: string;
  readonly expiresAt: number;
  readonly timeZone: string;
}

/**
 * The SMS with a link, in the language of the number's country. Its Czech and Polish do without
 * accents: one of them would halve what fits into a part.
 */
export function linkSms(
  { url, organisation }: LinkToTell,
  message: Pick<MessageRow, 'id' | 'traceId' | 'accountId' | 'deviceId' | 'number'> & {
    readonly reference: number;
    readonly now: number;
    readonly expiresAt: number;
  },
): MessageRow {
  const { reference, now, expiresAt, ...row } = message;
  const language = countryLanguages.find(([prefix]) => row.number.startsWith(prefix))?.[1] ?? 'en';
  const partsWith = (told: string) => {
    const text = wordsIn(language).say('message.sms', { organisation, url: told });
    const { dataCoding, segments } = segmentText(text, { reference });
    const parts = segments.map(({ udh, data }) => ({ udh: toHex(udh), data: toHex(data) }));
    return { dataCoding, parts };
  };
  const { dataCoding, parts } = partsWith(url);
  return newMessage({
    ...row,
    parts,
    shownParts: partsWith(withoutToken(url)).parts,
    dcs: dataCoding,
    source: 'link',
    class: 'normal',
    expiresAt,
    createdAt: now,
  });
}

/** The token is the last step of the path. */
function withoutToken(url: string): string {
  const token = url.slice(url.lastIndexOf('/') + 1);
  return `${url.slice(0, -token.length)}${'*'.repeat(token.length)}`;
}

/** The mail with a link, in every language, since nobody knows which one its owner reads. */
export function linkMail(
  { url, deviceName, expiresAt, timeZone }: LinkToTell,
  to: string,
): { readonly to: string; readonly subject: string; readonly text: string } {
  const all = languages.map(wordsIn);
  const device = deviceName;
  const hello = all.map(({ say }) => say('message.mail-hello', { device }));
  const until = all.map(({ say, moment }) =>
    say('message.mail-until', { until: moment(expiresAt, timeZone) }),
  );
  return {
    to,
    subject: wordsIn('en').say('message.mail-subject', { device }),
    text: `${[hello.join('\n'), url, until.join('\n')].join('\n\n')}\n`,
  };
}
