import type { GuideArea } from '../types.ts';

export const memotoo: GuideArea<'memotoo'> = {
  title: 'Konfiguracja klienta Memotoo',
  summary:
    'Klient utrzymuje takie same kontakty, kalendarz, zadania i notatki w telefonie i na serwerze. Zajmuje to piętnaście minut.',
  needs:
    'W telefonie jest zainstalowany klient Memotoo.\nTelefon jest włączony i ma dostęp do internetu.\nWłaściciel zna hasło konta dla urządzeń.',
  'account.title': 'Pomiń rejestrację',
  'account.body':
    'Otwórz klienta. Proponuje konto u producenta: nie zakładaj go.\nWybierz [[phone:Already have an account? – LOGIN]].',
  'settings.title': 'Wpisz wartości',
  'settings.body':
    'Jako adres serwera wpisz {url}; jest tam już inny adres, który trzeba zastąpić.\nJako nazwę użytkownika wpisz {user}, a niżej hasło.\nNaciśnij [[phone:LOGIN]].',
  'import.title': 'Przejmij to, co jest w telefonie',
  'import.body':
    'Klient prowadzi w telefonie własną książkę adresową i własny kalendarz, w niektórych telefonach pod nazwą FUNV10. Po pierwszym zalogowaniu proponuje zaimportowanie tych z telefonu.\nZgódź się na import. To, co pominięto przyciskiem [[phone:Cancel import]], nie trafia na serwer.',
  'names.title': 'Wpisz nazwy folderów',
  'names.body':
    'Otwórz [[phone:Settings]] → [[phone:Advanced]].\nW [[phone:Remote names]] wpisz nazwy z tabeli, litera po literze.\nOtwórz [[phone:Settings]] → [[phone:Sync]] i włącz to, co ma być synchronizowane.',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Naciśnij [[phone:Sync all]].\nPoczekaj, aż każdy wiersz powie, że skończył. Dopiero od tej chwili serwer zna ten telefon.',
  'trouble.1':
    'Logowanie jest odrzucane: klient ma nadal adres producenta. Wpisz adres z tabeli w całości, z portem i ścieżką.',
  'trouble.2': 'Jeden wiersz zgłasza błąd: nazwa tego folderu nie brzmi jak w tabeli.',
  'trouble.3':
    'Na serwerze brakuje kontaktów z telefonu: pominięto import. Uruchom go w ustawieniach klienta.',
};
