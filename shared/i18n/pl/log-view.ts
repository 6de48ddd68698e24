import type { logView as logViewSource } from '../en/log-view.ts';
import type { Translated } from '../types.ts';

export const logView: Translated<typeof logViewSource> = {
  title: 'Dziennik',
  label: 'Dziennik, najnowsze na dole',
  pause: 'Wstrzymaj',
  resume: 'Wznów',
  live: 'na żywo',
  paused: 'wstrzymany',
  clear: 'Wyczyść widok',
  newLines:
    '{count, plural, one {# nowy wiersz} few {# nowe wiersze} many {# nowych wierszy} other {# nowego wiersza}} – przejdź do najnowszego',
  newLinesSpoken:
    '{count, plural, one {# nowy wiersz} few {# nowe wiersze} many {# nowych wierszy} other {# nowego wiersza}}',
  searchText: 'Tekst',
  searchHint: 'Przeszukuje zdania w języku angielskim',
  device: 'Urządzenie',
  level: 'Poziom',
  area: 'Obszar',
  account: 'Konto',
  gateway: 'Bramka',
  traceFilter: 'Ślad',
  loadingOlder: 'Wczytywanie starszych wierszy',
  beginning: 'Tu zaczyna się dziennik.',
  trimmed:
    'W widoku zostaje tylko {count} najnowszych wierszy; starsze wracają po przewinięciu w górę.',
  empty: 'Niczego jeszcze nie zapisano',
  emptyHint: 'Wiersze pojawiają się tu, gdy tylko powstają.',
  emptyFiltered: 'Żaden wiersz nie pasuje do filtrów',
  exportNdjson: 'Eksport jako NDJSON',
  exportText: 'Eksport jako tekst',
  exported:
    '{count, plural, one {Wyeksportowano # wiersz} few {Wyeksportowano # wiersze} many {Wyeksportowano # wierszy} other {Wyeksportowano # wiersza}}',
  copyLine: 'Kopiuj wiersz',
  copyLines:
    '{count, plural, one {Kopiuj # wiersz} few {Kopiuj # wiersze} many {Kopiuj # wierszy} other {Kopiuj # wiersza}}',
  line: 'Wiersz',
  showTrace: 'ślad',
  showTraceOf: 'Pokaż ślad tego wiersza',
  details: 'Szczegóły wiersza',
  id: 'Numer',
  english: 'Po angielsku',
  showOlder: 'Pokaż starsze wiersze',
  stalled: 'Strumień się urwał i jest wznawiany.',
};
