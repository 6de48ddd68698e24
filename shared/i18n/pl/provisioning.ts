import type * as source from '../en/provisioning.ts';
import type { Translated } from '../types.ts';

export const provisioningReasons: Translated<typeof source.provisioningReasons> = {
  'no-ota-format':
    'Ten klient nie ma formatu konfiguracji przez SMS. Użyj linku do jego strony albo instrukcji.',
  'uses-profile': 'Te telefony przyjmują profil lub stronę, a nie SMS. Użyj linku.',
  'no-number': 'Brak numeru telefonu, więc nie można wysłać SMS-a. Wpisz numer.',
  'no-gateway': 'Nie ma wyjścia dla SMS-ów. Dodaj bramkę lub włącz jedną z nich.',
  'no-address':
    'Telefony nie mogą połączyć się z tym serwerem: nasłuchuje tylko na tej maszynie. Ustaw adres publiczny albo adres nasłuchu dla urządzeń w ustawieniach.',
  'no-folder':
    'Żaden folder nie jest zaznaczony, więc nie ma czego synchronizować. Zaznacz folder.',
  'no-imsi':
    'Konfiguracja ma być podpisana numerem karty SIM (IMSI). Wpisz go albo wybierz inne zabezpieczenie w ustawieniach.',
  'no-mail':
    'PIN ma być wysłany pocztą, a poczty nie można wysłać. Skonfiguruj pocztę w ustawieniach albo wybierz inny sposób przekazania PIN-u.',
  'too-long': 'Nazwa lub adres są dłuższe, niż przyjmują telefony. Skróć je.',
};

export const provisioningFields: Translated<typeof source.provisioningFields> = {
  profile: 'Profil',
  server: 'Serwer',
  url: 'Adres',
  user: 'Nazwa użytkownika',
  contacts: 'Kontakty',
  calendar: 'Kalendarz',
  tasks: 'Zadania',
  notes: 'Notatki',
  inbox: 'E-mail',
  briefcase: 'Pliki',
  incoming: 'Poczta przychodząca',
  outgoing: 'Poczta wychodząca',
  from: 'Nadawca',
  'access-point': 'Punkt dostępu',
  apn: 'Nazwa punktu dostępu (APN)',
};

export const provisioningFormats: Translated<typeof source.provisioningFormats> = {
  'oma-cp': 'OMA Client Provisioning',
  'sync-settings': 'SyncSettings',
  synthesis: 'Polecenie Synthesis',
};

export const configurationStates: Translated<typeof source.configurationStates> = {
  queued: 'w kolejce',
  sent: 'wysłana',
  delivered: 'dostarczona',
  configured: 'skonfigurowano',
  failed: 'nie powiodła się',
  uncertain: 'niepewna',
};

export const provisioning: Translated<typeof source.provisioning> = {
  pinMail: {
    subject: 'PIN do ustawień telefonu {device}',
    text: 'Ustawienia dla {device} są w drodze jako SMS. Telefon zapyta o ten PIN: {pin}. Jest ważny do {until}. W wiadomości nie ma hasła konta: wpisz je w telefonie.',
  },
};
