import type { GuideArea } from '../types.ts';

export const sonyEricsson: GuideArea<'sony-ericsson'> = {
  title: 'Konfiguracja telefonu Sony Ericsson',
  summary:
    'Kontakty, kalendarz, zadania i notatki są takie same w telefonie i na serwerze. Zajmuje to dziesięć minut.',
  needs:
    'Telefon jest włączony i ma dostęp do internetu.\nAdministrator zna numer telefonu.\nWłaściciel zna hasło konta dla urządzeń.',
  'password.title': 'Wpisz hasło',
  'password.body':
    'Otwórz [[phone:Menu]] → [[phone:Organizer]] → [[phone:Synchronizacja]]. W telefonach z rysikiem jest to [[phone:Narzędzia]] → [[phone:Zdalna synchronizacja]].\nWybierz {profile}, a potem [[phone:Więcej]] → [[phone:Edytuj]].\nNazwa użytkownika {user} już tam jest. Wpisz hasło.',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Wybierz {profile} i naciśnij [[phone:Start]].\nPoczekaj, aż telefon powie, że skończył.',
  'interval.title': 'Niech telefon sam pyta',
  'interval.body':
    'Poszukaj w ustawieniach profilu {profile} pozycji [[phone:Częstotliwość synchronizacji]].\nWybierz, jak często telefon ma pytać. Telefon bez takiego ustawienia synchronizuje się, gdy uruchomi to właściciel.',
  'no-push':
    'Push pozostaje dla tego telefonu wyłączony: nie reaguje on na powiadomienia. Synchronizuje się, gdy uruchomi to właściciel, albo według własnego zegara.',
  'trouble.1':
    'Wiadomość nie przychodzi albo telefon jej nie rozumie: sprawdź w konsoli, czy została doręczona. Potem niech zostanie wysłana ponownie.',
  'trouble.2': 'Hasło jest odrzucane: wpisz je jeszcze raz. Wielkość liter ma znaczenie.',
  'trouble.3':
    'Jeden folder pozostaje pusty: jego nazwa w telefonie musi brzmieć jak w tabeli, z kropką i ukośnikiem.',
};
