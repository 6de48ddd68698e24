import type { GuideArea } from '../types.ts';

export const troubleshooting: GuideArea<'troubleshooting'> = {
  title: 'Gdy telefon się nie budzi',
  summary:
    'Łańcuch od zmiany do odpowiedzi telefonu, ogniwo po ogniwie, do tego, które nie trzyma.',
  intro:
    'Każde ogniwo potrzebuje poprzedniego. Konsola sama idzie wzdłuż łańcucha i zatrzymuje się przy pierwszym, które nie trzyma; kroki po pierwszym pokazują to samo ręcznie.',
  'check.title': 'Niech sprawdzi konsola',
  'check.body':
    'Otwórz urządzenie i wybierz kartę [[troubleshooter.tab]].\nPrzeczytaj pierwszy wiersz, który nie jest w porządku: mówi, co znaleziono i co zrobić, i ma do tego przycisk.\nZrób to i naciśnij [[troubleshooter.again]].',
  'may.title': 'Czy konto może się synchronizować?',
  'may.body':
    'Wybierz [[nav.settings]] i [[settings.section.sync]]. Pozycja [[settings.sync.active]] musi być włączona.\nKonto potrzebuje hasła dla urządzeń; jego karta „Dane” mówi, czy jest ustawione.',
  'manual.title': 'Czy była ręczna synchronizacja?',
  'manual.body':
    'Wybierz kartę [[devices.panel.sessions]] urządzenia. Bez jednej udanej sesji serwer nie zna telefonu.\nZsynchronizuj telefon ręcznie i przeczytaj, co mówi jego sesja.',
  'gateway.title': 'Czy bramka wysyła?',
  'gateway.body':
    'Wybierz [[nav.sms]] i otwórz bramkę.\nNa karcie [[sms.panel.test]] wpisz numer telefonu i naciśnij [[sms.test.button]].',
  'push.title': 'Czy push jest włączony?',
  'push.body':
    'Wybierz [[nav.push]]. Przełącznik [[push.engine.switch]] musi być włączony.\nUrządzenie nie może być wstrzymane ani mieć godzin ciszy: jego panel mówi o tym u góry.',
  'change.title': 'Czy zauważono zmianę?',
  'change.body':
    'Wybierz [[nav.push]] i [[push.tab.changes]].\nJeśli zmiany nie ma na liście, nikt jej nie zgłosił: zajrzyj do [[push.tab.connect]]. Telefonu nie budzą jego własne zmiany.',
  'names.title': 'Czy nazwy się zgadzają?',
  'names.body':
    'Wybierz kartę [[devices.panel.folders]] urządzenia. Folder musi być zaznaczony.\nJego nazwa musi brzmieć dokładnie jak w telefonie: **Contacts** i **contacts** to dwa różne foldery.',
  'delivered.title': 'Czy powiadomienie doręczono?',
  'delivered.body':
    'Wybierz kartę [[devices.panel.alerts]] urządzenia.\nPrzy każdym powiadomieniu widać, jak daleko doszło, a jego ślad pokazuje, gdzie stanęło.',
  'answered.title': 'Czy telefon zna serwer?',
  'answered.body':
    'Telefon odrzuca powiadomienia serwera, którego nie zna. Wybierz [[nav.push]] i [[push.tab.settings]].\nPorównaj [[push.settings.server-id]], tutaj **{serverId}**, z profilem w telefonie: wielkość liter ma znaczenie. Najpewniej jest wysłać ustawienia ponownie.',
  'requests.title': 'Obejrzyj telefon',
  'requests.body':
    'Telefon jest włączony i ma dostęp do internetu, a hasło jest zapisane w profilu.\nW ustawieniach połączenia profilu [[phone:Zezwól na żądania synchronizacji]] i [[phone:Akceptuj wszystkie żądania]] mają wartość [[phone:Tak]]. Inne klienty mają podobne ustawienie.',
  log: 'Dziennik opisuje każdy krok zdaniem. Przefiltruj go według urządzenia i dołącz jego wiersze do pytania.',
};
