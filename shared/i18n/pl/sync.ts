import type { sync as source } from '../en/sync.ts';
import type { Translated } from '../types.ts';

/** Texts of the page about synchronisation. */
export const sync: Translated<typeof source> = {
  title: 'Synchronizacja',
  'tab.sessions': 'Sesje',
  'filter.state': 'Stan',
  'filter.running': 'Trwają',
  'filter.done': 'Zakończone',
  'filter.failed': 'Nieudane',
  'filter.refused': 'Odrzucone',
  'column.time': 'Czas',
  'column.state': 'Stan',
  'column.device': 'Urządzenie',
  'column.account': 'Konto',
  'column.duration': 'Trwała',
  'column.folders': 'Foldery (↑ z urządzenia, ↓ do niego)',
  'column.problems': 'Problemy',
  'column.encoding': 'Postać',
  'session-of': 'Sesja: {client}, {time}',
  unassigned: 'nieprzypisany',
  count:
    '{shown, plural, one {# sesja} few {# sesje} many {# sesji} other {# sesji}} z {total, number}',
  more: 'Pokaż starsze',
  'empty.title': 'Nie było jeszcze sesji',
  'empty.text':
    'Sesja pojawia się tutaj, gdy telefon się synchronizuje. Wpisz w telefonie ten adres jako adres serwera (SyncML), adres konta jako użytkownika i hasło konta dla urządzeń.',
  'empty.no-door':
    'Nie działa żaden nasłuch dla telefonów, więc żaden telefon nie może się synchronizować. Powód podają ustawienia.',
  'empty.settings': 'Ustawienia nasłuchu',
  'address.url': 'Adres dla telefonów',
  'address.public': 'zewsząd',
  'address.secure': 'w tej sieci, szyfrowany',
  'address.plain': 'w tej sieci',
  'none-match.title': 'Żadna sesja nie pasuje',
  'none-match.text': 'Wśród najnowszych sesji żadna nie pasuje do filtru.',
};
