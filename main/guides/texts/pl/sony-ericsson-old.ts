import type { GuideArea } from '../types.ts';

export const sonyEricssonOld: GuideArea<'sony-ericsson-old'> = {
  title: 'Konfiguracja starszego telefonu Sony Ericsson',
  summary:
    'Kontakty, kalendarz, zadania i notatki są takie same w telefonie i na serwerze. Dla telefonów do 2004 roku. Zajmuje to piętnaście minut.',
  needs:
    'Telefon jest włączony i ma dostęp do internetu (GPRS).\nAdministrator zna numer telefonu.\nWłaściciel zna hasło konta dla urządzeń.',
  'message.title': 'Przyjmij ustawienia',
  'message.body':
    'Telefon mówi, że przyszły ustawienia.\nWybierz [[phone:Instaluj]] albo [[phone:Tak]]. Starszy telefon nie pyta o PIN.',
  'password.title': 'Wpisz hasło',
  'password.body':
    'Otwórz [[phone:Menu]] → [[phone:Organizer]] → [[phone:Synchronizacja]] → [[phone:Ustawienia]]. W niektórych modelach jest to w [[phone:Łączność]].\nWybierz {profile}.\nNazwa użytkownika to {user}. Wpisz hasło.',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Wybierz w tym samym menu [[phone:Synchronizuj]].\nPoczekaj, aż telefon powie, że skończył.',
  'trouble.1': 'Wiadomość nie przychodzi: wpisz ręcznie wartości z tabeli.',
  'trouble.2':
    'Nie ma połączenia: starsze telefony nie znają dzisiejszego szyfrowania. Poproś administratora o adres zaczynający się od http. To, co jest synchronizowane, można wtedy po drodze odczytać.',
  'trouble.3': 'Hasło jest odrzucane: wpisz je jeszcze raz. Wielkość liter ma znaczenie.',
};
