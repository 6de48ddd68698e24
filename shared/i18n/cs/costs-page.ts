import type { costsPage as source } from '../en/costs-page.ts';
import type { Translated } from '../types.ts';

export const costsPage: Translated<typeof source> = {
  by: 'Podle',
  'by.month': 'Měsíc',
  'by.account': 'Účet',
  'by.device': 'Zařízení',
  'by.gateway': 'Brána',
  'by.user': 'Uživatel API',
  from: 'Od',
  to: 'Do',
  export: 'Uložit jako CSV',
  saved: 'Soubor {name} je uložen.',
  'column.month': 'Měsíc',
  'column.messages': 'SMS',
  'column.parts': 'Části',
  'column.delivered': 'Doručené',
  'column.failed': 'Neúspěšné',
  'column.cost': 'Cena',
  'column.unpriced': 'Bez ceny',
  nobody: 'nikdo',
  total:
    '{messages, plural, =0 {Žádné SMS} one {Jedna SMS} few {# SMS} many {# SMS} other {# SMS}} v {parts, plural, one {jedné části} few {# částech} many {# části} other {# částech}}, celkem {cost}.',
  'chart.parts': 'Části SMS podle měsíce a brány',
  'chart.cost': 'Cena podle měsíce a brány',
  others: 'ostatní',
  unpriced:
    '{parts, plural, one {Jedna část odešla bez známé ceny: o ni je součet nižší.} few {# části odešly bez známé ceny: o ně jsou součty nižší.} many {# části odešlo bez známé ceny: o ně jsou součty nižší.} other {# částí odešlo bez známé ceny: o ně jsou součty nižší.}}',
  'unpriced.action': 'Ceny brány {gateway}',
  'empty.title': 'V těchto měsících nejsou žádné SMS',
  'empty.text': 'Počítá se tu, co brány převzaly, s cenou tam, kde je nastavena.',
  'empty.action': 'Brány a jejich ceny',
};
