import type {
  troubleAdvice as adviceSource,
  troubleFindings as findingsSource,
} from '../en/trouble-findings.ts';
import type { Translated } from '../types.ts';

export const troubleFindings: Translated<typeof findingsSource> = {
  'account-ready':
    '{account} może się synchronizować. Urządzenia logują się {auth, select, md5 {przez MD5} basic {przez Basic} other {przez MD5 lub Basic}}.',
  synced: 'Telefon synchronizował się.',
  'synced-partly': 'Telefon synchronizował się, ale zapytał o folder, którego nie ma.',
  'gateway-works': '„{gateway}” przyjmuje SMS-y.',
  'gateway-unused': '„{gateway}” jest włączona; jeszcze nic nią nie wysłano.',
  'gateway-simulator':
    '„{gateway}” przekazuje SMS-y telefonom wirtualnym. Żaden prawdziwy telefon ich nie dostaje.',
  'gateway-not-needed': 'Do tego telefonu nie wysyła się powiadomień, więc SMS-y są zbędne.',
  'change-seen': 'Zmieniło się coś, na co telefon czeka.',
  'asks-itself': 'Ten telefon nie rozumie powiadomień: pyta sam.',
  'not-needed': 'Zbędne: ten telefon pyta sam.',
  'names-match': 'Telefon używa dokładnie tych nazw: {names}.',
  'names-match-some':
    'Telefon używa dokładnie tych nazw: {names}. Nigdy nie synchronizował: {unseen}.',
  'alert-delivered': 'Ostatnie powiadomienie dotarło do telefonu.',
  'alert-no-report':
    'Ostatnie powiadomienie wysłano. Sieć niczego nie potwierdziła, jak to często bywa.',
  answered: 'Telefon odpowiedział na ostatnie powiadomienie.',
  'sync-off': 'Synchronizacja jest wyłączona dla wszystkich.',
  'no-password': 'Konto {account} nie ma hasła dla urządzeń.',
  'listener-failed': '{listener}: nie można nasłuchiwać na porcie {port}: {detail}',
  'listener-off': 'Nic nie nasłuchuje urządzeń.',
  'client-blocked': '{client} jest zablokowany: nie jest wpuszczany.',
  'client-put-away': '{client} jest odłożony, więc nie należy do żadnego urządzenia.',
  'address-local': 'Serwer jest osiągalny tylko z tego komputera: nasłuchuje na {host}.',
  'wrong-password': 'Telefon loguje się do {account} z błędnym hasłem.',
  'wrong-sign-in':
    'Telefon nie jest wpuszczany do {account}: hasło jest błędne albo nie loguje się {auth, select, md5 {przez MD5} other {przez Basic}}.',
  'try-again': 'Telefonu nie wpuszczono do {account}. Przeszkody już nie ma.',
  'client-waits': '{client} loguje się do {account} i nie należy jeszcze do żadnego urządzenia.',
  'wrong-url': 'Telefon ({remote}) przyszedł pod adres {url}.',
  'tls-not-trusted': 'Telefon ({remote}) nie ufa certyfikatowi tego serwera.',
  'tls-too-old': 'Telefon ({remote}) zna tylko stary TLS, który jest odrzucany.',
  'session-running': 'Pierwsza sesja trwa.',
  'session-suspended': 'Telefon przerwał swoją sesję.',
  'session-failed': 'Ostatnia sesja nie zakończyła się dobrze. {reason}',
  'session-broken': 'Ostatnia sesja urwała się. {reason}',
  'configuration-under-way': 'SMS z konfiguracją jest w drodze.',
  'configuration-delivered': 'Telefon ma SMS z konfiguracją; sesji jeszcze nie było.',
  'configuration-uncertain': 'Nie wiadomo, czy SMS z konfiguracją wyszedł.',
  'configuration-failed': 'SMS z konfiguracją nie dotarł. {reason}',
  'link-open': 'Linku do ustawień jeszcze nie otwarto.',
  'link-opened': 'Link do ustawień otwarto; sesji jeszcze nie było.',
  'never-synced-configuration': 'Telefon nigdy się nie synchronizował.',
  'never-synced-link': 'Telefon nigdy się nie synchronizował.',
  'never-synced-guide': 'Telefon nigdy się nie synchronizował.',
  'no-number': 'Urządzenie nie ma numeru telefonu.',
  'no-gateway': 'SMS-y nie mają którędy wyjść.',
  'gateway-off': '„{gateway}” jest wyłączona, a innej bramki SMS nie ma.',
  'gateway-failing': '„{gateway}” nie przyjmuje SMS-ów. {reason} {detail}',
  'only-simulator':
    'To prawdziwy telefon, a SMS-y trafiają tylko do telefonów wirtualnych, przez „{gateway}”.',
  'route-down':
    'SMS-y na ten numer idą tylko trasą „{route}”, a „{gateway}” ich nie przyjmuje. {reason} {detail}',
  'simulator-first':
    'To prawdziwy telefon, a jego SMS-y trafiają do telefonów wirtualnych, przez „{gateway}”.',
  'message-failed':
    'Ostatniego SMS-a na numer {number} zaniechano po {attempts, plural, one {# próbie} few {# próbach} many {# próbach} other {# próby}}.',
  'engine-off': 'Push jest wyłączony dla wszystkich.',
  'push-off': 'Push jest wyłączony dla tego urządzenia.',
  'paused-by-admin': 'Urządzenie wstrzymał administrator.',
  'paused-by-device': 'Push wyłączono w telefonie.',
  'no-folder': 'Nie zaznaczono żadnego folderu, więc nie ma o czym powiadamiać.',
  'mailbox-failed': 'Nie można obserwować skrzynki {account} na {host}.',
  'no-change': 'Od pojawienia się telefonu nic się nie zmieniło na koncie {account}.',
  'no-change-mailbox':
    'Od pojawienia się telefonu nic się nie zmieniło na koncie {account}, a o nowej poczcie nikt nie mówi.',
  'only-own-changes':
    'Zmiany wprowadził tylko sam telefon. O własnych zmianach się go nie powiadamia.',
  'other-folders': 'Coś się zmieniło ({folder}), ale ten folder nie jest zaznaczony.',
  'name-differs':
    'Folder nazywa się „{name}” tutaj, a „{used}” w telefonie: {difference, select, case {różni się wielkość liter} prefix {jedna zaczyna się od ./} slash {jedna ma o ukośnik więcej} spaces {jedna ma o spację więcej} other {nazwy się różnią}}.',
  'name-unknown':
    'Telefon pyta o „{used}”, a żaden folder tak się nie nazywa. O {names} nigdy nie pytał.',
  'server-id-differs':
    'Powiadomienia przychodzą od „{server}”, ale telefon zna ten serwer jako „{known}” i je ignoruje.',
  'names-unknown': 'Telefon nie synchronizował jeszcze żadnego z zaznaczonych folderów.',
  'no-alert': 'Do tego telefonu nie wysłano jeszcze powiadomienia.',
  'alert-planned': 'Powiadomienie zaplanowano na {until}. {reason}',
  'alert-queued':
    '{attempts, plural, =0 {Powiadomienie czeka w kolejce SMS.} one {Powiadomienie czeka w kolejce SMS; dotąd # próba.} few {Powiadomienie czeka w kolejce SMS; dotąd # próby.} many {Powiadomienie czeka w kolejce SMS; dotąd # prób.} other {Powiadomienie czeka w kolejce SMS; dotąd # próby.}}',
  'alert-sent': 'Powiadomienie wysłano; sieć jeszcze go nie potwierdziła.',
  'alert-failed': 'Ostatnie powiadomienie nie dotarło. {reason}',
  'alert-expired': 'Ostatniego powiadomienia zaniechano. {reason}',
  'alert-suppressed': 'Ostatniego powiadomienia nie wysłano. {reason}',
  'number-mismatch': '{device} i {other} są pomylone: jedno odpowiada na powiadomienia drugiego.',
  'answer-awaited': 'Powiadomienie wyszło; telefon ma czas na odpowiedź do {until}.',
  'not-answered': 'Powiadomienie dotarło do telefonu, ale sesji nie było.',
  'not-answered-nokia': 'Powiadomienie dotarło do telefonu, ale sesji nie było.',
  'not-answered-last': 'Telefon odpowiadał wcześniej, ale nie na ostatnie powiadomienie.',
};

export const troubleAdvice: Translated<typeof adviceSource> = {
  'sync-off': 'Włącz ją.',
  'no-password': 'Utwórz hasło i wpisz to samo w telefonie.',
  'listener-failed': 'Zwolnij port albo wybierz inny w ustawieniach.',
  'listener-off': 'Sprawdź w ustawieniach nasłuch urządzeń.',
  'client-blocked': 'Jeśli {client} to {device}, wpuść go ponownie.',
  'client-put-away': 'Jeśli {client} to {device}, przywróć go: następna sesja połączy je w parę.',
  'address-local':
    'Podaj adres, pod którym telefony osiągają ten serwer, albo pozwól mu nasłuchiwać w sieci.',
  'wrong-password': 'Wpisz hasło konta w telefonie jeszcze raz albo utwórz nowe.',
  'wrong-sign-in':
    'Wpisz hasło jeszcze raz albo utwórz nowe. Telefon, który loguje się inaczej, wymaga ustawienia „dowolny”.',
  'try-again': 'Niech telefon zsynchronizuje się ponownie.',
  'client-waits': 'Jeśli {client} to {device}, przypisz go.',
  'wrong-url': 'Wpisz w telefonie adres {right}.',
  'tls-not-trusted':
    'Zainstaluj w telefonie certyfikat spod /certificate.crt albo użyj certyfikatu publicznego urzędu.',
  'tls-too-old': 'Zaktualizuj telefon albo niech synchronizuje się przez http:// w zaufanej sieci.',
  'session-running': 'Sprawdź ponownie za chwilę.',
  'session-suspended': 'Niech telefon zsynchronizuje się ponownie: podejmie od tego miejsca.',
  'session-failed':
    'Zobacz w sesji, gdzie się skończyła; potem niech telefon zsynchronizuje się ponownie.',
  'session-broken': 'Sprawdź połączenie telefonu i niech zsynchronizuje się ponownie.',
  'configuration-under-way': 'Jej drogę pokazuje ślad.',
  'configuration-delivered':
    'W telefonie: otwórz wiadomość, wpisz PIN, zapisz ustawienia i zsynchronizuj.',
  'configuration-uncertain': 'Zapytaj właściciela. Jeśli nic nie przyszło, wyślij ponownie.',
  'configuration-failed': 'Sprawdź numer i bramkę, potem wyślij ponownie.',
  'link-open': 'Poproś właściciela, aby go otworzył.',
  'link-opened': 'Poproś właściciela o dokończenie według strony i jedną synchronizację.',
  'never-synced-configuration':
    'Wyślij ustawienia SMS-em, zapisz je w telefonie i zsynchronizuj raz.',
  'never-synced-link': 'Wyślij właścicielowi link do ustawień i zsynchronizuj raz.',
  'never-synced-guide': 'Wpisz ustawienia w telefonie według instrukcji i zsynchronizuj raz.',
  'no-number': 'Wpisz numer karty SIM.',
  'no-gateway': 'Dodaj bramkę.',
  'gateway-off': 'Włącz ją.',
  'gateway-failing': 'Sprawdź bramkę testem i popraw to, co wskaże.',
  'only-simulator': 'Dodaj bramkę, która wysyła prawdziwe SMS-y.',
  'route-down': 'Napraw „{gateway}” albo pozwól w trasie, by przejmowały inne bramki.',
  'simulator-first':
    'Niech pierwsza będzie bramka, która wysyła prawdziwe SMS-y: przez priorytet albo trasę.',
  'message-failed': 'Sprawdź, czy numer {number} jest poprawny, i spróbuj ponownie.',
  'engine-off': 'Włącz push.',
  'push-off': 'Włącz go.',
  'paused-by-admin': 'Wznów urządzenie.',
  'paused-by-device': 'Zapytaj właściciela, czy tak miało być; potem wznów urządzenie.',
  'no-folder': 'Zaznacz, o czym telefon ma być powiadamiany.',
  'mailbox-failed': 'Sprawdź serwer, użytkownika i hasło skrzynki.',
  'no-change': 'Zmień wpis na innym urządzeniu albo zgłoś zmianę.',
  'no-change-mailbox': 'Podłącz skrzynkę albo zgłoś zmianę.',
  'only-own-changes': 'Zmień wpis gdzie indziej albo zgłoś zmianę.',
  'other-folders': 'Zaznacz folder albo poczekaj na zmianę w zaznaczonym.',
  'name-differs': 'Nazwij folder „{used}”: telefony porównują nazwy litera po literze.',
  'name-unknown':
    'Nadaj jednemu z tych folderów nazwę „{used}” albo popraw nazwę w telefonie: {names}.',
  'server-id-differs': 'Wyślij ustawienia ponownie, aby telefon znał „{server}”.',
  'names-unknown': 'Zaznacz foldery także w telefonie i zsynchronizuj.',
  'no-alert': 'Wyślij jedno na próbę.',
  'alert-planned': 'Sprawdź ponownie po {until}.',
  'alert-queued': 'Jego drogę pokazuje ślad.',
  'alert-sent': 'Jego drogę pokazuje ślad.',
  'alert-failed': 'Sprawdź numer i bramkę, potem powiadom telefon ponownie.',
  'alert-expired': 'Powiadom telefon ponownie.',
  'alert-suppressed': 'Powiadom telefon ponownie.',
  'number-mismatch': 'Zamień ich klientów albo popraw numery.',
  'answer-awaited': 'Sprawdź ponownie po {until}.',
  'not-answered':
    'Czy telefon jest włączony, ma połączenie, a jego klient działa? Czy pozwala serwerowi rozpocząć sesję?',
  'not-answered-nokia':
    'W telefonie, w ustawieniach profilu synchronizacji: ustaw „Zezwól na żądania synchronizacji” na „Tak”. Potem powiadom ponownie.',
  'not-answered-last': 'Czy telefon jest włączony i ma połączenie? Potem powiadom go ponownie.',
};
