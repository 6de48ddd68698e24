import type { GuideArea } from '../types.ts';

export const moveToAnotherMachine: GuideArea<'move-to-another-machine'> = {
  title: 'Przeniesienie na inną maszynę',
  summary:
    'Konta, urządzenia, dane i wszystko, co zsynchronizowały telefony, przenosi się razem. Zajmuje to pół godziny, w której żaden telefon się nie synchronizuje.',
  intro:
    'Wszystko leży w jednym folderze. Telefony znają serwer po adresie: jeśli adres pozostaje ten sam, ich ustawienia też.',
  needs:
    'Na nowej maszynie zainstalowano tę samą wersję Pushdesk i jeszcze nigdy jej nie uruchomiono. Po aplikacji z oknem następuje aplikacja z oknem, po serwerze bez okna serwer.\nAdres dla telefonów można skierować na nową maszynę.\nDla aplikacji z oknem: hasła bramek, skrzynek i kont są pod ręką.',
  'stop-push.title': 'Wyłącz push',
  'stop-push.body':
    'Wybierz [[nav.push]] i wyłącz [[push.engine.switch]].\nOd tej chwili żaden telefon nie jest powiadamiany, ani stąd, ani stamtąd, aż do ponownego włączenia.',
  'where.title': 'Znajdź folder danych',
  'where.body':
    'Wybierz [[nav.settings]] i [[settings.section.about]].\nZanotuj folder podany w wierszu [[settings.about.data]].',
  'backup.title': 'Zrób kopię zapasową',
  'backup.body':
    'Wybierz [[nav.settings]] i [[settings.section.backup]].\nNaciśnij [[settings.backup.button]]. Kopia leży w folderze danych, w podfolderze **backups**.',
  'end.title': 'Zakończ Pushdesk na starej maszynie',
  'end.body':
    'W aplikacji z oknem wybierz [[shell.menu.quit]] w menu okna lub ikony na pasku. Samo zamknięcie okna nie wystarczy.\nSerwer zakończ tak, jak został uruchomiony, i dopilnuj, aby nic go nie uruchomiło ponownie.',
  'copy.title': 'Skopiuj cały folder',
  'copy.body':
    'Skopiuj folder danych z całą zawartością na jego miejsce na nowej maszynie.\nZwykłe miejsca: **%APPDATA%\\Pushdesk** w systemie Windows, **~/Library/Application Support/Pushdesk** w macOS, **~/.local/share/pushdesk** w Linuksie. Serwer może mieć dowolne inne: podaje je **--data**.\nWłasne pliki certyfikatów leżą gdzie indziej: skopiuj je także.',
  once: 'Nigdy nie uruchamiaj obu maszyn z tymi samymi danymi. Telefony spotkałyby dwa serwery, które wiedzą co innego.',
  'secrets.title': 'Uruchom i wpisz hasła ponownie',
  'secrets.body':
    'Uruchom Pushdesk na nowej maszynie.\nSerwer ma klucz w pliku **secrets.key** tego folderu: niczego nie trzeba wpisywać.\nAplikacja z oknem zabezpiecza hasła magazynem kluczy systemu, a ten zostaje na starej maszynie. Wpisz je ponownie (przegląd mówi, ilu brakuje i gdzie): w [[nav.sms]] hasła bramek, w [[nav.accounts]] hasła skrzynek i dla każdego konta to, które mają jego telefony, w [[nav.settings]] te dla webhooka, datagramów i poczty.',
  'address.title': 'Przekieruj adres',
  'address.body':
    'Skieruj nazwę adresu publicznego na nową maszynę.\nWybierz [[nav.settings]] i [[settings.section.devices]]. Porównaj [[settings.devices.public-url]], a jeśli w polu [[settings.devices.host]] jest adres starej maszyny, zastąp go.\nNaciśnij [[common.save]].',
  'check.title': 'Sprawdź, a potem włącz push',
  'check.body':
    'Zsynchronizuj ręcznie jeden telefon. Jego sesja pojawia się w [[nav.sync]].\nPotem wybierz [[nav.push]] i włącz [[push.engine.switch]].',
  'trouble.1':
    'Serwer się nie uruchamia i wymienia swój plik klucza: nie skopiowano **secrets.key** albo mogą go czytać inni. Musi mieć uprawnienia 600.',
  'trouble.2':
    'Telefony nie ufają serwerowi: aplikacja z oknem tworzy własny certyfikat od nowa. Niech każdy telefon jeszcze raz zainstaluje certyfikat urzędu, jak mówi jego instrukcja.',
  'trouble.3':
    'Telefon w pierwszej sesji porównuje wszystko: synchronizował się już po zrobieniu kopii. Nic się przez to nie podwaja.',
};
