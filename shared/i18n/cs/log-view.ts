import type { logView as logViewSource } from '../en/log-view.ts';
import type { Translated } from '../types.ts';

export const logView: Translated<typeof logViewSource> = {
  title: 'Záznam',
  label: 'Záznam, nejnovější dole',
  pause: 'Pozastavit',
  resume: 'Pokračovat',
  live: 'živě',
  paused: 'pozastaveno',
  clear: 'Vyčistit zobrazení',
  newLines:
    '{count, plural, one {# nový řádek} few {# nové řádky} many {# nového řádku} other {# nových řádků}} – přejít na nejnovější',
  newLinesSpoken:
    '{count, plural, one {# nový řádek} few {# nové řádky} many {# nového řádku} other {# nových řádků}}',
  searchText: 'Text',
  searchHint: 'Hledá v anglických větách',
  device: 'Zařízení',
  level: 'Úroveň',
  area: 'Oblast',
  account: 'Účet',
  gateway: 'Brána',
  traceFilter: 'Stopa',
  loadingOlder: 'Načítání starších řádků',
  beginning: 'Tady záznam začíná.',
  trimmed: 'Zobrazení drží jen nejnovějších {count} řádků; starší se vrátí posunem nahoru.',
  empty: 'Zatím není nic zaznamenáno',
  emptyHint: 'Řádky se zde objevují, jakmile vzniknou.',
  emptyFiltered: 'Filtrům neodpovídá žádný řádek',
  exportNdjson: 'Export jako NDJSON',
  exportText: 'Export jako text',
  exported:
    '{count, plural, one {Exportován # řádek} few {Exportovány # řádky} many {Exportováno # řádku} other {Exportováno # řádků}}',
  copyLine: 'Kopírovat řádek',
  copyLines:
    '{count, plural, one {Kopírovat # řádek} few {Kopírovat # řádky} many {Kopírovat # řádku} other {Kopírovat # řádků}}',
  line: 'Řádek',
  showTrace: 'stopa',
  showTraceOf: 'Ukázat stopu tohoto řádku',
  details: 'Podrobnosti řádku',
  id: 'Číslo',
  english: 'Anglicky',
  showOlder: 'Ukázat starší řádky',
  stalled: 'Proud se přerušil a obnovuje se.',
};
