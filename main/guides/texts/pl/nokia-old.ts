import type { GuideArea } from '../types.ts';

export const nokiaOld: GuideArea<'nokia-old'> = {
  title: 'Konfiguracja starszego telefonu Nokia',
  summary:
    'Kontakty i kalendarz są takie same w telefonie i na serwerze. Dla telefonów do 2004 roku. Zajmuje to dziesięć minut.',
  needs:
    'Telefon jest włączony i ma dostęp do internetu (GPRS).\nAdministrator zna numer telefonu.\nWłaściciel zna hasło konta dla urządzeń.',
  'message.title': 'Otwórz wiadomość',
  'message.body':
    'Telefon mówi, że przyszły ustawienia konfiguracji.\nNaciśnij [[phone:Pokaż]].\nNaciśnij [[phone:Zapisz]]. Starszy telefon nie pyta o PIN.',
  'password.title': 'Wpisz hasło',
  'password.body':
    'Poszukaj pozycji [[phone:Synchronizacja]]: zależnie od modelu jest w [[phone:Menu]] → [[phone:Łączność]], [[phone:Ustawienia]] albo [[phone:Usługi]].\nOtwórz jej ustawienia i wybierz {profile}.\nNazwa użytkownika to {user}. Wpisz hasło.',
  'requests.title': 'Pozwól serwerowi zaczynać',
  'requests.body':
    'Poszukaj w tych samych ustawieniach pozycji [[phone:Zezwól na żądania synchronizacji]] i ustaw ją na [[phone:Tak]].\nTelefon bez takiego ustawienia pyta przy każdym powiadomieniu: odpowiadaj [[phone:Tak]].',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Wybierz w tym samym menu [[phone:Synchronizuj]].\nPoczekaj, aż telefon powie, że skończył. Dopiero od tej chwili serwer zna ten telefon.',
  'trouble.1':
    'Telefon pokazuje nieczytelne znaki: nie zna tego rodzaju wiadomości. Wpisz ręcznie wartości z tabeli.',
  'trouble.2':
    'Nie ma połączenia: starsze telefony nie znają dzisiejszego szyfrowania. Poproś administratora o adres zaczynający się od http. To, co jest synchronizowane, można wtedy po drodze odczytać.',
  'trouble.3': 'Hasło jest odrzucane: wpisz je jeszcze raz. Wielkość liter ma znaczenie.',
};
