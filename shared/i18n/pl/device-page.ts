import type { devicePage as source } from '../en/device-page.ts';
import type { Translated } from '../types.ts';

export const devicePage: Translated<typeof source> = {
  title: 'Pushdesk',
  purpose:
    'Pod tym adresem telefony i tablety synchronizują kontakty, kalendarz, zadania i notatki. Nie ma tu nic do oglądania.',
  address: 'W urządzeniu wpisz jako adres serwera (SyncML):',
  certificate:
    'Ten serwer sam wystawił swój certyfikat. Aby urządzenie mu ufało, zainstaluj ten certyfikat i porównaj jego odcisk z odciskiem w konsoli:',
};
