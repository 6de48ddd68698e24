import type { GuideArea } from '../types.ts';

export const other: GuideArea<'other'> = {
  title: 'Konfiguracja innego klienta SyncML',
  summary:
    'Wartości z tej strony pasują do każdego klienta, który zna SyncML od 1.0 do 1.2. Zajmuje to dziesięć minut.',
  needs:
    'Klient zna SyncML (OMA DS).\nTelefon jest włączony i ma dostęp do internetu.\nWłaściciel zna hasło konta dla urządzeń.',
  'profile.title': 'Utwórz nowy profil',
  'profile.body':
    'Poszukaj w ustawieniach telefonu lub klienta pozycji [[phone:Synchronizacja]] albo [[phone:SyncML]].\nDodaj profil i nazwij go {profile}.',
  'settings.title': 'Wpisz wartości',
  'settings.body':
    'Jako adres serwera wpisz {url}. Jeśli klient pyta o części adresu, są to {host}, {port} i {path}.\nJako nazwę użytkownika wpisz {user}, a niżej hasło.\nJeśli klient pyta o identyfikator serwera, wpisz {serverId}, litera po literze.',
  'names.title': 'Wpisz nazwy folderów',
  'names.body':
    'Klient nazywa je bazą danych, zdalną bazą danych albo źródłem.\nWpisz nazwy z tabeli, litera po literze.',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Uruchom synchronizację.\nPoczekaj, aż klient powie, że skończył. Dopiero od tej chwili serwer zna ten telefon.',
  'trouble.1':
    'Klient podaje 401: nazwa użytkownika lub hasło jest błędne. Wpisz oba jeszcze raz; wielkość liter ma znaczenie.',
  'trouble.2': 'Klient podaje 404: adres albo nazwa folderu jest błędna.',
  'trouble.3':
    'Żadna zmiana nie budzi klienta: nie każdy klient rozumie powiadomienia. Administrator wyłącza wtedy push w ustawieniach urządzenia.',
};
