import type { costsPage as source } from '../en/costs-page.ts';
import type { Translated } from '../types.ts';

export const costsPage: Translated<typeof source> = {
  by: 'Według',
  'by.month': 'Miesiąc',
  'by.account': 'Konto',
  'by.device': 'Urządzenie',
  'by.gateway': 'Bramka',
  'by.user': 'Użytkownik API',
  from: 'Od',
  to: 'Do',
  export: 'Zapisz jako CSV',
  saved: 'Zapisano {name}.',
  'column.month': 'Miesiąc',
  'column.messages': 'SMS-y',
  'column.parts': 'Części',
  'column.delivered': 'Doręczone',
  'column.failed': 'Nieudane',
  'column.cost': 'Koszt',
  'column.unpriced': 'Bez ceny',
  nobody: 'nikt',
  total:
    '{messages, plural, =0 {Żadnych SMS-ów} one {Jeden SMS} few {# SMS-y} many {# SMS-ów} other {# SMS-a}} w {parts, plural, one {jednej części} few {# częściach} many {# częściach} other {# części}}, razem {cost}.',
  'chart.parts': 'Części SMS-ów według miesiąca i bramki',
  'chart.cost': 'Koszt według miesiąca i bramki',
  others: 'inne',
  unpriced:
    '{parts, plural, one {Jedna część wyszła bez znanej ceny: o tyle suma jest za niska.} few {# części wyszły bez znanej ceny: o tyle sumy są za niskie.} many {# części wyszło bez znanej ceny: o tyle sumy są za niskie.} other {# części wyszło bez znanej ceny: o tyle sumy są za niskie.}}',
  'unpriced.action': 'Ceny bramki {gateway}',
  'empty.title': 'W tych miesiącach nie ma SMS-ów',
  'empty.text': 'Liczy się tu to, co przyjęły bramki, z ceną tam, gdzie ją ustawiono.',
  'empty.action': 'Bramki i ich ceny',
};
