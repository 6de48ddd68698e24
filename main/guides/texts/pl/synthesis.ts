import type { GuideArea } from '../types.ts';

export const synthesis: GuideArea<'synthesis'> = {
  title: 'Konfiguracja klienta Synthesis',
  summary:
    'Klient utrzymuje takie same kontakty, kalendarz, zadania i notatki w telefonie i na serwerze. Zajmuje to dziesięć minut.',
  needs:
    'W telefonie jest zainstalowany klient Synthesis SyncML.\nTelefon jest włączony i ma dostęp do internetu.\nWłaściciel zna hasło konta dla urządzeń.',
  'message.title': 'Przyjmij ustawienia',
  'message.body':
    'Ustawienia przychodzą jako wiadomość tekstowa, która zaczyna się od **cmd=**. Nie usuwaj jej.\nKlient, który czyta ustawienia z wiadomości, pyta, czy je przyjąć: odpowiedz [[phone:Tak]].\nJeśli nic nie pyta, wpisz w następnym kroku wartości z tabeli.',
  'settings.title': 'Sprawdź ustawienia',
  'settings.body':
    'Otwórz klienta i jego ustawienia.\nAdres musi brzmieć {url}, nazwa użytkownika {user}. Popraw, co brzmi inaczej.\nWpisz hasło.',
  'names.title': 'Porównaj nazwy folderów',
  'names.body':
    'Otwórz po kolei stronę każdego folderu: kontaktów, wydarzeń, zadań, notatek.\nNazwa na serwerze musi brzmieć dokładnie jak w tabeli.',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Uruchom synchronizację w kliencie.\nPoczekaj, aż klient powie, że skończył. Dopiero od tej chwili serwer zna ten telefon.',
  'trouble.1':
    'Klient podaje 401: nazwa użytkownika lub hasło jest błędne. Wpisz oba jeszcze raz; wielkość liter ma znaczenie.',
  'trouble.2': 'Klient podaje 404: nazwa folderu nie brzmi jak w tabeli.',
  'trouble.3':
    'Klient nie znajduje serwera: adres trzeba wpisać w całości, z https lub http, portem i ścieżką.',
};
