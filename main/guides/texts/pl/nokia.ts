import type { GuideArea } from '../types.ts';

export const nokia: GuideArea<'nokia'> = {
  title: 'Konfiguracja telefonu Nokia',
  summary:
    'Kontakty, kalendarz i notatki są takie same w telefonie i na serwerze, a zmiana budzi telefon. Zajmuje to dziesięć minut.',
  needs:
    'Telefon jest włączony i ma dostęp do internetu.\nAdministrator zna numer telefonu.\nWłaściciel zna hasło konta dla urządzeń albo siedzi obok administratora.',
  'password.title': 'Wpisz hasło',
  'password.body':
    'Otwórz [[phone:Menu]] → [[phone:Narzędzia]] → [[phone:Synchronizacja]].\nWybierz {profile}, a potem [[phone:Opcje]] → [[phone:Edytuj profil synchronizacji]] → [[phone:Ustawienia połączenia]].\nNazwa użytkownika {user} już tam jest. Wpisz hasło.',
  'requests.title': 'Pozwól serwerowi zaczynać',
  'requests.body':
    'Pozostań w [[phone:Ustawienia połączenia]].\nUstaw [[phone:Zezwól na żądania synchronizacji]] na [[phone:Tak]].\nUstaw [[phone:Akceptuj wszystkie żądania]] na [[phone:Tak]].',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Wróć do listy profili i wybierz {profile}.\nNaciśnij [[phone:Opcje]] → [[phone:Synchronizuj]].\nPoczekaj, aż telefon powie, że skończył. Dopiero od tej chwili serwer zna ten telefon.',
  'trouble.1':
    'Wiadomość nie przychodzi albo telefon jej nie rozumie: sprawdź w konsoli, czy została doręczona. Potem niech zostanie wysłana ponownie.',
  'trouble.2':
    'Telefon mówi, że hasło jest błędne: wpisz je jeszcze raz. Wielkość liter ma znaczenie, a niektóre telefony same zaczynają od wielkiej.',
  'trouble.3':
    'Telefon pyta przy każdej zmianie: oba ustawienia żądań muszą mieć wartość [[phone:Tak]].',
  'trouble.4':
    'Ręczna synchronizacja działa, ale żadna zmiana nie budzi telefonu: przyczyny omawia instrukcja „Gdy telefon się nie budzi”.',
  model:
    'Nazwy różnią się trochę w poszczególnych modelach. W telefonach z Series 40 szukaj w [[phone:Menu]] → [[phone:Ustawienia]] → [[phone:Łączność]] albo [[phone:Synchronizacja i kopia]].',
};
