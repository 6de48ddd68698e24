import type { GuideArea } from '../types.ts';

export const firstDay: GuideArea<'first-day'> = {
  title: 'Pierwszy dzień administratora',
  summary: 'Od nowej instalacji do telefonu, który budzi się przy zmianie. Zajmuje to pół godziny.',
  intro:
    'Pushdesk zauważa zmiany w skrzynkach, książkach adresowych i kalendarzach, budzi telefony SMS-em i jest serwerem, z którym się potem synchronizują.',
  needs:
    'Adres, pod którym telefony docierają do tej maszyny z zewnątrz, z portem.\nDroga wyjścia dla SMS-ów: dostawca, modem z kartą SIM, łącze operatora albo inny Pushdesk. Jeśli jej nie ma, zastępuje ją symulator.\nJeden telefon na początek, jego numer i adres e-mail właściciela. Przy symulatorze zastępuje go wirtualny telefon.',
  'address.title': 'Ustaw adres dla telefonów',
  'address.body':
    'Wybierz [[nav.settings]] i [[settings.section.devices]].\nW polu [[settings.devices.host]] wpisz adres tej maszyny, na którym ma słuchać odbiornik; 127.0.0.1 jest osiągalny tylko z niej samej.\nWłącz [[settings.devices.tls]], jeśli telefony przychodzą przez internet.\nAdres, pod którym przychodzą, wpisz w polu [[settings.devices.public-url]], razem z portem.\nNaciśnij [[common.save]]. U góry widać, co wpisuje się w telefonie.',
  'gateway.title': 'Dodaj wyjście dla SMS-ów',
  'gateway.body':
    'Wybierz [[nav.sms]] i naciśnij [[sms.add]].\nResztę pokazuje instrukcja „Bramki SMS”.',
  'account.title': 'Dodaj konto',
  'account.body':
    'Wybierz [[nav.accounts]] i naciśnij [[accounts.add]].\nKonto to dane jednej osoby, oznaczone adresem e-mail. Hasło, które mu nadasz, wpisuje się w telefonie.',
  'device.title': 'Dodaj urządzenie',
  'device.body':
    'Wybierz [[nav.devices]] i naciśnij [[devices.add]].\nWybierz osobę i rodzaj klienta, a potem wpisz numer.',
  'set-up.title': 'Skonfiguruj telefon',
  'set-up.body':
    'Otwórz urządzenie i wybierz kartę [[provisioningPage.tab]].\nStąd wysyła się ustawienia SMS-em albo tworzy link dla właściciela.\n[[provisioningPage.guide]] otwiera instrukcję do tego telefonu: wymienia każdy klawisz, który naciska właściciel.',
  'changes.title': 'Zgłaszaj zmiany do Pushdesk',
  'changes.body':
    'Wybierz [[nav.push]] i [[push.tab.connect]].\nPodłącz serwer poczty na jeden z pokazanych sposobów. Przykłady mają porty tej instalacji i można je skopiować bez zmian.\nTo, co telefony zmieniają podczas synchronizacji, jest zauważane i bez tego.',
  'push.title': 'Włącz push',
  'push.body': 'Wybierz [[nav.push]].\nWłącz [[push.engine.switch]].',
  'watch.title': 'Obejrzyj pierwsze powiadomienie',
  'watch.body':
    'Zmień coś na koncie albo poproś o to kogoś.\nWybierz [[nav.log]]. Zmiana pojawia się od razu; po {mergeSeconds} s, w których dołączają dalsze zmiany, powiadomienie wychodzi SMS-em. Potem widać sesję telefonu.\nSłowo obok wiersza, które prowadzi do śladu, pokazuje wszystko w jednym rzędzie.',
  'backup.title': 'Zrób pierwszą kopię zapasową',
  'backup.body':
    'Wybierz [[nav.settings]] i [[settings.section.backup]].\nNaciśnij [[settings.backup.button]]. Pushdesk robi też sam kopię każdego dnia i zachowuje ostatnich 14. Od czasu do czasu przenieś je na inną maszynę.',
  'trouble.1':
    'Telefon się nie budzi: instrukcja „Gdy telefon się nie budzi” prowadzi wzdłuż łańcucha.',
  'trouble.2':
    'Telefon nie dociera do serwera: otwórz jego adres w przeglądarce telefonu. Pojawia się strona, która mówi, do czego służy ten adres; jeśli nie, droga jest zamknięta.',
};
