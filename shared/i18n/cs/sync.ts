import type { sync as source } from '../en/sync.ts';
import type { Translated } from '../types.ts';

/** Texts of the page about synchronisation. */
export const sync: Translated<typeof source> = {
  title: 'Synchronizace',
  'tab.sessions': 'Relace',
  'filter.state': 'Stav',
  'filter.running': 'Probíhající',
  'filter.done': 'Hotové',
  'filter.failed': 'Neúspěšné',
  'filter.refused': 'Odmítnuté',
  'column.time': 'Čas',
  'column.state': 'Stav',
  'column.device': 'Zařízení',
  'column.account': 'Účet',
  'column.duration': 'Trvala',
  'column.folders': 'Složky (↑ ze zařízení, ↓ do něj)',
  'column.problems': 'Problémy',
  'column.encoding': 'Podoba',
  'session-of': 'Relace: {client}, {time}',
  unassigned: 'nepřiřazený',
  count:
    '{shown, plural, one {# relace} few {# relace} many {# relace} other {# relací}} z {total, number}',
  more: 'Zobrazit starší',
  'empty.title': 'Zatím žádné relace',
  'empty.text':
    'Relace se tu objeví, když se telefon synchronizuje. Do telefonu zadejte tuto adresu jako adresu serveru (SyncML), adresu účtu jako uživatele a heslo účtu pro zařízení.',
  'empty.no-door':
    'Žádný posluchač pro telefony nefunguje, takže se žádný telefon nemůže synchronizovat. Důvod je v nastavení.',
  'empty.settings': 'Nastavení posluchače',
  'address.url': 'Adresa pro telefony',
  'address.public': 'odkudkoli',
  'address.secure': 'v této síti, šifrovaně',
  'address.plain': 'v této síti',
  'none-match.title': 'Žádná relace neodpovídá',
  'none-match.text': 'Mezi nejnovějšími relacemi žádná neodpovídá filtru.',
};
