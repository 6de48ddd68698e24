import type { GuideArea } from '../types.ts';

export const funambol: GuideArea<'funambol'> = {
  title: 'Konfiguracja klienta Funambol',
  summary:
    'Klient utrzymuje takie same kontakty, kalendarz, zadania i notatki w telefonie i na serwerze. Zajmuje to piętnaście minut.',
  needs:
    'W telefonie jest zainstalowany klient Funambol.\nTelefon jest włączony i ma dostęp do internetu.\nWłaściciel zna hasło konta dla urządzeń.',
  'account.title': 'Pomiń rejestrację',
  'account.body':
    'Otwórz klienta. Proponuje konto u producenta: nie zakładaj go.\nWybierz [[phone:Login]].',
  'settings.title': 'Wpisz wartości',
  'settings.body':
    'W polu [[phone:Server address]] wpisz {url}.\nW polu [[phone:Username]] wpisz {user}.\nW polu [[phone:Password]] wpisz hasło i naciśnij [[phone:Login]].',
  'import.title': 'Przejmij to, co jest w telefonie',
  'import.body':
    'Klient prowadzi w telefonie własną książkę adresową i własny kalendarz. Po pierwszym zalogowaniu proponuje zaimportowanie tych z telefonu.\nOdpowiedz [[phone:Yes]]. To, czego nie zaimportowano, nie trafia na serwer.',
  'names.title': 'Wpisz nazwy folderów',
  'names.body':
    'Otwórz [[phone:Settings]] → [[phone:Advanced]].\nW [[phone:Remote names]] wpisz nazwy z tabeli, litera po literze.\nOtwórz [[phone:Settings]] → [[phone:Sync]] i włącz to, co ma być synchronizowane.',
  'sync.title': 'Zsynchronizuj raz ręcznie',
  'sync.body':
    'Naciśnij [[phone:Sync all]].\nPoczekaj, aż każdy wiersz powie, że skończył. Dopiero od tej chwili serwer zna ten telefon.',
  'trouble.1':
    'Klient nie znajduje serwera: adres trzeba wpisać w całości, z https lub http, portem i ścieżką.',
  'trouble.2': 'Jeden wiersz zgłasza błąd: nazwa tego folderu nie brzmi jak w tabeli.',
  'trouble.3':
    'Na serwerze brakuje kontaktów z telefonu: pominięto import. Uruchom go w ustawieniach klienta.',
};
