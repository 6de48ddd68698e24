import type {
  certificateModes as certificateModesSource,
  conflictPolicies as conflictPoliciesSource,
  sessionReasons as sessionReasonsSource,
  sessionStates as sessionStatesSource,
  syncModes as syncModesSource,
  versionReasons as versionReasonsSource,
} from '../en/sync-words.ts';
import type { Translated } from '../types.ts';

export const sessionStates: Translated<typeof sessionStatesSource> = {
  running: 'trwa',
  done: 'zakończona',
  failed: 'nieudana',
  broken: 'przerwana',
  suspended: 'zawieszona',
  refused: 'odrzucona',
};

export const sessionReasons: Translated<typeof sessionReasonsSource> = {
  'wrong-password': 'Hasło było błędne.',
  'no-password': 'Konto nie ma hasła dla urządzeń; ustaw je na stronie konta.',
  'unknown-account': 'Nie ma konta o tej nazwie.',
  'device-blocked': 'Ten klient jest zablokowany.',
  'not-paired': 'Tego klienta nie przypisano jeszcze do żadnego urządzenia.',
  'sync-off': 'Synchronizacja jest wyłączona.',
  'client-gone': 'Klient nie wrócił. Następna sesja zacznie od tego miejsca.',
  replaced: 'Klient rozpoczął nową sesję, zanim ta się skończyła.',
  'aborted-by-client': 'Klient sam zakończył sesję.',
  'folder-unknown': 'Klient poprosił o folder, którego nie ma.',
  'folder-refused': 'Konto nie może używać folderu, o który poprosił klient.',
  'items-failed': 'Niektórych elementów nie udało się przejąć; patrz niżej.',
  'storage-full': 'Dysk jest pełny: niczego nie przejęto.',
  'server-fault': 'Błąd serwera; więcej w dzienniku.',
  'server-stopped':
    'Serwer został w tym czasie zatrzymany. Następna sesja zacznie od tego miejsca.',
  'bad-message': 'Klient wysłał coś, co nie jest wiadomością SyncML.',
};

export const syncModes: Translated<typeof syncModesSource> = {
  'two-way': 'zmiany, w obie strony',
  slow: 'porównano wszystko',
  'one-way-from-client': 'zmiany z urządzenia',
  'refresh-from-client': 'zastąpiono danymi urządzenia',
  'one-way-from-server': 'zmiany z serwera',
  'refresh-from-server': 'zastąpiono danymi serwera',
};

export const versionReasons: Translated<typeof versionReasonsSource> = {
  created: 'utworzono',
  changed: 'zmieniono',
  merged: 'połączono z obu stron',
  conflict: 'przegrała konflikt',
  deleted: 'usunięto',
  restored: 'przywrócono',
};

export const conflictPolicies: Translated<typeof conflictPoliciesSource> = {
  newer: 'Wygrywa nowsza wersja',
  server: 'Wygrywa serwer',
  client: 'Wygrywa urządzenie',
  both: 'Zachowaj obie',
};

export const certificateModes: Translated<typeof certificateModesSource> = {
  'self-made': 'Utworzony przez Pushdesk',
  file: 'Z plików',
  acme: 'Przez ACME (Let’s Encrypt i inne)',
};
