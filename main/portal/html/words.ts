import { portal as cs } from '../../../shared/i18n/cs/portal.ts';
import { deviceReasons as csReasons } from '../../../shared/i18n/cs/reasons.ts';
import { clientTypes as csTypes, dataTypes as csData } from '../../../shared/i18n/cs/words.ts';
import { states as csStates } from '../../../shared/i18n/cs/words.ts';
import { portal as en } from '../../../shared/i18n/en/portal.ts';
import { deviceReasons as enReasons } from '../../../shared/i18n/en/reasons.ts';
import { clientTypes as enTypes, dataTypes as enData } from '../../../shared/i18n/en/words.ts';
import { states as enStates } from '../../../shared/i18n/en/words.ts';
import { chooseLanguage } from '../../../shared/i18n/languages.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { portal as pl } from '../../../shared/i18n/pl/portal.ts';
import { deviceReasons as plReasons } from '../../../shared/i18n/pl/reasons.ts';
import { clientTypes as plTypes, dataTypes as plData } from '../../../shared/i18n/pl/words.ts';
import { states as plStates } from '../../../shared/i18n/pl/words.ts';
import { portal as zh } from '../../../shared/i18n/zh-CN/portal.ts';
import { deviceReasons as zhReasons } from '../../../shared/i18n/zh-CN/reasons.ts';
import { clientTypes as zhTypes, dataTypes as zhData } from '../../../shared/i18n/zh-CN/words.ts';
import { states as zhStates } from '../../../shared/i18n/zh-CN/words.ts';

const texts = {
  en: { portal: en, reasons: enReasons, clientTypes: enTypes, dataTypes: enData, states: enStates },
  pl: { portal: pl, reasons: plReasons, clientTypes: plTypes, dataTypes: plData, states: plStates },
  cs: { portal: cs, reasons: csReasons, clientTypes: csTypes, dataTypes: csData, states: csStates },
  'zh-CN': {
    portal: zh,
    reasons: zhReasons,
    clientTypes: zhTypes,
    dataTypes: zhData,
    states: zhStates,
  },
} as const;

/** Key of a text of the pages. */
export type PortalKey = keyof typeof en;

/** The pages in one language. */
export interface Words {
  readonly language: Language;
  /** A text with its placeholders filled. */
  say(key: PortalKey, params?: Readonly<Record<string, string | number>>): string;
  /** A moment as a person writes it, in the zone that is named with it. */
  moment(at: number, timeZone: string): string;
  readonly reasons: (typeof texts)[Language]['reasons'];
  readonly clientTypes: (typeof texts)[Language]['clientTypes'];
  readonly dataTypes: (typeof texts)[Language]['dataTypes'];
  readonly states: (typeof texts)[Language]['states'];
}

/** The pages in a language. */
export function wordsIn(language: Language): Words {
  const { portal, ...lists } = texts[language];
  return {
    language,
    ...lists,
    say: (key, params = {}) =>
      portal[key].replace(/\{(\w+)\}/gu, (whole, name: string) => String(params[name] ?? whole)),
    moment: (at, timeZone) =>
      new Intl.DateTimeFormat(language, {
        ...{ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
        ...{ timeZone, timeZoneName: 'short' },
      } as const).format(at),
  };
}

/** The pages in the best language of an `Accept-Language` header that the product speaks. */
export function wordsFor(header: string | readonly string[] | undefined): Words {
  const wanted = String(header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.split(';').map((piece) => piece.trim());
      const quality = Number(/^q=([\d.]{1,5})$/u.exec(params[0] ?? '')?.[1] ?? 1);
      return { tag, quality };
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wordsIn(chooseLanguage(wanted.map(({ tag }) => tag)));
}
