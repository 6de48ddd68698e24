import type { log as logSource } from '../en/log.ts';
import type { Translated } from '../types.ts';
import { incomingLog } from './incoming-log.ts';
import { modemLog } from './modem-log.ts';
import { phoneLog } from './phone-log.ts';
import { portalLog } from './portal-log.ts';
import { smppLog } from './smpp-log.ts';
import { smsRoutingLog } from './sms-routing-log.ts';
import { smsApiLog } from './sms-api-log.ts';
import { smsQueueLog } from './sms-queue-log.ts';

export const log: Translated<typeof logSource> = {
  'system.started': 'Pushdesk {version} działa',
  'system.stopping': 'Pushdesk kończy pracę',
  'system.listening': '{listener} nasłuchuje na {host}, port {port}',
  'system.listener-failed': '{listener} nie może nasłuchiwać na {host}, port {port}: {detail}',
  'system.backup-made': 'Kopię zapasową zapisano w {path}',
  'system.backup-failed': 'Kopia zapasowa się nie udała: {detail}',
  'system.retention': 'Usunięto przeterminowane wpisy: {count}',
  'system.fault': 'W Pushdesk coś się nie powiodło ({id}): {detail}',
  'system.settings-changed': 'Zmieniono ustawienia: {names}',
  'system.secrets-lost':
    '{count, plural, one {# hasło zamknięto} few {# hasła zamknięto} many {# haseł zamknięto} other {# hasła zamknięto}} na innej maszynie lub przez inną osobę i nie można ich tu otworzyć. Przegląd mówi, gdzie wpisać je ponownie',
  'system.no-key-store': 'System nie ma magazynu kluczy: tajne dane są zamknięte kluczem z {path}',
  'certificate.made': 'Utworzono certyfikat dla {names}; ważny do {until}',
  'certificate.read': 'Odczytano certyfikat dla {names} z {path}; ważny do {until}',
  'certificate.received': '{issuer} wydał certyfikat dla {names}; ważny do {until}',
  'certificate.file-missing':
    'Nie można użyć certyfikatu: nie ma pliku {path}. Popraw ścieżkę w ustawieniach',
  'certificate.file-unreadable':
    'Nie można użyć certyfikatu: nie da się odczytać {path}: {detail}. Daj Pushdesk prawo do odczytu',
  'certificate.no-certificate':
    'Nie można użyć certyfikatu: w {path} nie ma certyfikatu w postaci PEM',
  'certificate.no-key':
    'Nie można użyć certyfikatu: w {path} nie ma klucza prywatnego w postaci PEM',
  'certificate.key-locked':
    'Nie można użyć certyfikatu: klucz w {path} jest zamknięty hasłem. Zapisz go bez hasła',
  'certificate.key-mismatch':
    'Nie można użyć certyfikatu: klucz z {key} nie należy do certyfikatu z {path}',
  'certificate.expired': 'Certyfikat dla {names} wygasł {until}. Zastąp go nowym',
  'certificate.not-yet-valid':
    'Certyfikat dla {names} jest ważny dopiero od {until}. Sprawdź zegar tego komputera',
  'certificate.not-made': 'Nie można utworzyć lub zachować certyfikatu: {detail}',
  'certificate.acme-no-names':
    'Nie można poprosić o certyfikat: podaj nazwę, pod którą urządzenia docierają do tego serwera, albo adres publiczny',
  'certificate.acme-unreachable': 'Urząd certyfikacji pod {directory} jest nieosiągalny: {detail}',
  'certificate.acme-not-reached':
    'Urząd certyfikacji nie dotarł do tego serwera jako {names}: {detail}. Port 80 tej nazwy musi prowadzić do nasłuchu dla urządzeń',
  'certificate.acme-refused': 'Urząd certyfikacji odmawia certyfikatu dla {names}: {detail}',
  'certificate.acme-rate-limited':
    'Urząd certyfikacji chce przerwy przed następnym pytaniem: {detail}',
  'certificate.acme-failed': 'Urząd certyfikacji nie wydał certyfikatu: {detail}',
  'api.refused': 'Odrzucono wywołanie {procedure}: {code}',
  'api.unauthenticated': 'Wywołanie bez ważnego tokenu przyszło z {remote}',
  'account.created': 'Dodano konto {account}',
  'account.updated': 'Zmieniono konto {account}',
  'account.removed':
    'Usunięto konto {account} i {devices, plural, one {# urządzenie} few {# urządzenia} many {# urządzeń} other {# urządzenia}}',
  'device.created': '{device} dodano do {account}',
  'device.updated': '{device}: zmieniono {names}',
  'device.removed': '{device} usunięto z {account}',
  'device.paused': 'Push do {device} jest wstrzymany przez administratora',
  'device.resumed': 'Push do {device} działa dalej',
  'collection.created': 'Dodano folder {folder} konta {account}',
  'collection.created-corporate': 'Dodano folder {folder} dla wszystkich',
  'collection.updated': 'Zmieniono folder {folder} konta {account}',
  'collection.updated-corporate': 'Zmieniono folder {folder} dla wszystkich',
  'collection.removed': 'Usunięto folder {folder} konta {account} z całą zawartością',
  'collection.removed-corporate': 'Usunięto folder {folder} dla wszystkich z całą zawartością',
  'change.reported': 'Zmiana: {folder}, konto {account}; zgłosił {source}',
  'change.reported-by': 'Zmiana: {folder}, konto {account}; zmienił {origin}, zgłosił {source}',
  'change.reported-many': 'Zmiany: {count}, konta: {accounts}; zgłosił {source}',
  'change.unknown-account': 'Nie przyjęto zmiany dla {account}: nie ma takiego konta',
  'change.unknown-folder': 'Nie przyjęto zmiany dla {account}: nie ma folderu {folder}',
  'change.refused': 'Nie przyjęto zmiany z {remote}: {detail}',
  'change.refused-many': 'Nie przyjęto dalszych zmian z podobnych powodów: {count}',
  'change.replayed': 'Nie przyjęto zmiany z {remote}: ten sam datagram już był',
  'change.no-device': 'Żadne urządzenie konta {account} nie czeka na {folder}',
  'change.no-device-many': 'Dalsze zmiany, na które nie czeka żadne urządzenie: {count}',
  'mailbox.watching': 'Skrzynka {account} jest obserwowana',
  'mailbox.failed': 'Skrzynki {account} nie można obserwować: {detail}',
  'mailbox.stopped': 'Skrzynka {account} nie jest już obserwowana',
  'push.activated': 'Push jest włączony',
  'push.deactivated': 'Push jest wyłączony',
  'push.settings-changed': 'Zmieniono ustawienia pusha: {names}',
  'alert.planned': 'Zaplanowano powiadomienie dla {device}: {folders}',
  'alert.planned-many': 'Zaplanowano lub uzupełniono powiadomienia: {count}',
  'alert.merged': 'Jeszcze jedna zmiana w powiadomieniu dla {device}: {folders}',
  'alert.manual': 'Zażądano powiadomienia dla {device}: {folders}',
  'alert.waiting-quiet': 'Powiadomienie dla {device} czeka na koniec godzin ciszy o {until}',
  'alert.waiting-cap': 'Powiadomienie dla {device} czeka: na godzinę wystarczy powiadomień: {cap}',
  'alert.waiting-engine': 'Powiadomienie dla {device} czeka na włączenie pusha',
  'alert.waiting-gateway': 'Powiadomienie dla {device} czeka: nie ma drogi wyjścia dla SMS-ów',
  'alert.waits-many': 'Czekające powiadomienia: {count}',
  'alert.suppressed': 'Bez powiadomienia dla {device}: {reason}',
  'alert.queued':
    'Powiadomienie dla {device} jest w kolejce SMS: {folders}, {parts, plural, one {# część} few {# części} many {# części} other {# części}}',
  'alert.queued-many': 'Powiadomienia w kolejce SMS: {count}',
  'alert.ended-many': 'Powiadomienia zakończone bez wysłania: {count}',
  'alert.sent':
    'Wysłano powiadomienie do {device}: {folders}, przez „{gateway}”, {parts, plural, one {# część} few {# części} many {# części} other {# części}}',
  'alert.delivered': 'Doręczono powiadomienie do {device}',
  'alert.answered': '{device} odpowiada na powiadomienie',
  'alert.expired': 'Zaniechano powiadomienia dla {device}: {reason}',
  'alert.failed': 'Powiadomienie dla {device} się nie udało: {reason}',
  'alert.repeated':
    'Powiadomienie dla {device} jest wysyłane ponownie z tymi samymi bajtami: przekazanie przerwano',
  'alert.uncertain': 'Nie wiadomo, czy powiadomienie dotarło do {device}: przekazanie przerwano',
  'configuration.prepared':
    'Konfiguracja dla {device} przygotowana: {parts, plural, one {# część SMS-a} few {# części SMS-a} many {# części SMS-a} other {# części SMS-a}}',
  'configuration.sent':
    'Konfiguracja wysłana do {device}: {parts, plural, one {# część SMS-a} few {# części SMS-a} many {# części SMS-a} other {# części SMS-a}}',
  'configuration.delivered': 'Konfiguracja doręczona do {device}',
  'configuration.failed': 'Konfiguracja dla {device} nie powiodła się: {reason}',
  'configuration.uncertain':
    'Nie wiadomo, czy konfiguracja dotarła do {device}: przekazanie przerwano',
  'configuration.configured': '{device} jest skonfigurowane: nadeszła jego pierwsza sesja',
  'configuration.repeat-refused':
    'Tę samą konfigurację wysłano do {device} przed chwilą: wyjdzie ponownie dopiero po potwierdzeniu',
  'configuration.not-possible': 'Do {device} nie wysłano konfiguracji: {obstacle}',
  'configuration.pin-told':
    'PIN dla {device} podano administratorowi{delivery, select, spoken {, aby odczytał go właścicielowi} other { na ekranie}}',
  'configuration.pin-mailed': 'PIN dla {device} wysłano pocztą na {account}',
  'configuration.pin-not-mailed':
    'PIN-u dla {device} nie udało się wysłać pocztą na {account}: konfiguracja też nie została wysłana. Sprawdź ustawienia poczty',
  'configuration.options-changed': 'Zmieniono konfigurację {device}: {names}',
  'access-point.saved': 'Punkt dostępu „{name}” zapisany',
  'access-point.removed': 'Punkt dostępu „{name}” usunięty',
  'sms.attempt-failed':
    '„{gateway}” nie przyjęła SMS-a do {number}: {detail}. Następna próba za {seconds} s',
  'sms.failed-over':
    '„{gateway}” nie przyjęła SMS-a do {number}: {detail}. Zamiast niej wysyła „{next}”',
  'sms.failed':
    'Zaniechano SMS-a do {number} po {attempts, plural, one {# próbie} few {# próbach} many {# próbach} other {# próby}}: {detail}',
  'sms.expired': 'Zaniechano SMS-a do {number}: jest za stary',
  'gateway.created': 'Dodano bramkę „{gateway}”',
  'gateway.updated': 'Zmieniono bramkę „{gateway}”: {names}',
  'gateway.removed': 'Usunięto bramkę „{gateway}”',
  'gateway.on': 'Włączono bramkę „{gateway}”',
  'gateway.off': 'Wyłączono bramkę „{gateway}”',
  'gateway.failing': 'Bramka „{gateway}” nie działa: {detail}',
  'gateway.recovered': 'Bramka „{gateway}” znów działa',
  'gateway.test-ok': 'Sprawdzono bramkę „{gateway}”: działa',
  'gateway.test-failed': 'Sprawdzono bramkę „{gateway}”: {detail}',
  'sync.wrong-url':
    '{remote} synchronizuje się przez {url}. Jest obsługiwany, ale wpisz w urządzeniu adres {right}',
  'sync.http-for-https':
    '{remote} synchronizuje się bez szyfrowania przez {url} (http zamiast https). Jest obsługiwany; wpisz w urządzeniu adres {right}',
  'sync.https-for-http':
    '{remote} mówi po HTTPS do portu przeznaczonego dla HTTP, przez {url}. Jest obsługiwany; wpisz w urządzeniu adres {right}',
  'sync.tls-too-old':
    '{remote} zna tylko TLS 1.1 lub starszy, który jest odrzucany. Zaktualizuj urządzenie albo pozwól mu synchronizować się przez http:// w zaufanej sieci',
  'sync.tls-not-trusted':
    '{remote} nie ufa certyfikatowi. Zainstaluj go w urządzeniu z /certificate.crt albo użyj certyfikatu od publicznego urzędu',
  'phone.synced': '{device} (wirtualny) zsynchronizował dane: odebrano {received}, wysłano {sent}',
  'phone.sync-failed':
    '{device} (wirtualny) nie mógł się zsynchronizować: {problem}. Zobacz sesję na stronie urządzenia.',
  'phone.woke': '{device} (wirtualny) budzi się: {folders}, sesja {session}',
  'phone.duplicate': '{device} (wirtualny) odrzuca powiadomienie, które już widział',
  'phone.wrong-digest': '{device} (wirtualny) nie zna nadawcy: skrót nie pasuje do hasła serwera',
  'phone.unknown-folder':
    '{device} (wirtualny) nie ma folderu {folder}: wielkość liter ma znaczenie',
  'phone.text': '{device} (wirtualny) pokazuje wiadomość tekstową',
  'phone.undecodable': '{device} (wirtualny) nie rozumie SMS-a: {detail}',
  'device.paired': 'Administrator połączył {device} z klientem {client}',
  'device.paired-by-rule':
    '{device} połączono z klientem {client}: żadne inne urządzenie konta nie było wolne',
  'device.unpaired': '{device} nie jest już połączone z klientem {client}',
  'device.swapped': '{device} i {other} zamieniły się klientami',
  'device.mismatch':
    '{client} odpowiada na powiadomienie wysłane do {other}: pomylono numery albo klientów. Zamień klientów lub popraw numery',
  'device.push-off': '{device} samo wyłączyło swój push',
  'device.push-on': '{device} znów włączyło swój push',
  'device.push-refused': '{device} chce przełączyć swój push, ale wstrzymał go administrator',
  'device.resync': 'Następna sesja {device} porówna wszystko od nowa: {folders}',
  'device.reset':
    'Zapomniano, co było wiadomo o kliencie {device}: jego następna sesja będzie jak pierwsza',
  'pending.appeared':
    '{client} loguje się do {account} i nie należy do żadnego urządzenia: przypisz go na stronie urządzeń',
  'pending.dismissed': '{client} odłożono: pozostaje bez urządzenia',
  'pending.blocked': '{client} zablokowano: nie będzie już wpuszczany',
  'pending.recalled': '{client} przywrócono: czeka na urządzenie i jest wpuszczany',
  'sync.started': '{client} rozpoczyna sesję (SyncML {version}, {encoding})',
  'sync.folder':
    '{client}, {folder}, {mode}. Z urządzenia: nowe {added}, zmienione {changed}, usunięte {deleted}. Do urządzenia: nowe {sentAdded}, zmienione {sentChanged}, usunięte {sentDeleted}',
  'sync.folder-same': '{client}, {folder}, {mode}: nic do zrobienia',
  'sync.folder-compared':
    '{client}, {folder}, {mode}: po obu stronach {matched}. Z urządzenia: nowe {added}, zmienione {changed}, usunięte {deleted}. Do urządzenia: nowe {sentAdded}, zmienione {sentChanged}, usunięte {sentDeleted}',
  'sync.folder-failed':
    '{client}, {folder}: nie udało się przejąć elementów: {count}. Sesja wymienia je z ich statusami',
  'sync.folder-conflicts':
    '{client}, {folder}: elementy zmienione po obu stronach: {count}. Przegrane wersje są w historii',
  'sync.folder-held':
    '{client} chce usunąć naraz z {folder} elementów: {count}. Zostaną do decyzji administratora',
  'sync.folder-unknown':
    '{client} prosi o {folder}, którego nie ma: popraw nazwę bazy w telefonie albo nadaj ją folderowi urządzenia',
  'sync.folder-refused':
    '{client} nie może synchronizować {folder}: status {status}. Sprawdź, kto może używać folderu i jak ustawiony jest telefon',
  'sync.done': '{client} zakończył synchronizację: wiadomości {requests}, {seconds} s',
  'sync.suspended': '{client} przerywa sesję: następna zacznie od tego miejsca',
  'sync.ended-badly': 'Sesja {client} nie zakończyła się dobrze. {reason}',
  'sync.refused': '{client} nie został wpuszczony do {account}. {reason}',
  'sync.refused-wrong-password':
    '{client} loguje się do {account} błędnym hasłem: wpisz hasło konta w telefonie jeszcze raz',
  'sync.refused-no-password':
    '{client} nie może zalogować się do {account}: konto nie ma hasła dla urządzeń. Ustaw je na stronie konta',
  'sync.refused-unknown-account':
    '{client} loguje się jako {account}, a takiego konta nie ma: sprawdź nazwę użytkownika w telefonie albo dodaj konto',
  'sync.refused-blocked': '{client} nie został wpuszczony do {account}: jest zablokowany',
  'sync.refused-not-paired':
    '{client} nie zostanie wpuszczony do {account}, dopóki nie przypiszesz go do urządzenia',
  'sync.refused-again': '{client} nie został wpuszczony kolejne razy: {count}. {reason}',
  'sync.refused-many': 'Nie wpuszczono dalszych klientów: {count}. Być może ktoś zgaduje hasła',
  'sync.fault':
    'Coś poszło źle w sesji {client}: {detail}. Kotwice pozostają: urządzenie spróbuje następnym razem',
  'sync.storage-full':
    'Nie można zapisać zmian {client}: dysk jest pełny. Zwolnij miejsce; urządzenie wyśle je ponownie',
  'sync.message-too-large':
    '{client} wysyła wiadomość większą niż dwa razy {octets, number} bajtów; została odrzucona. Ustaw na urządzeniu mniejszy rozmiar wiadomości albo zezwól w ustawieniach na większe',
  'sync.item-over-limit':
    '{client} wysyła do {folder} element, który ma bajtów: {octets, number}, a dozwolone jest: {limit, number}. Pozostaje na urządzeniu. Zmniejsz go tam albo zezwól w ustawieniach na większe elementy',
  'sync.item-too-large':
    '{client} nie może przyjąć elementu z {folder}: za duży, bajtów: {octets}. Pozostaje tylko na serwerze',
  'sync.item-refused':
    '{client} przesyła do {folder} wpis, którego nie da się odczytać ({detail}): zostaje na urządzeniu. Zmień go tam i zsynchronizuj ponownie; gdy zapis wiadomości urządzenia jest włączony, sesja pokazuje go tak, jak przyszedł',
  'sync.item-declined':
    '{client} nie może przyjąć wpisu {item} z {folder} ({detail}): zostaje na serwerze i zostanie wysłany ponownie po zmianie',
  'sync.photo-left-out':
    'Wpis {item} z {folder} trafia do {client} bez zdjęcia, które jest za duże dla urządzenia. Serwer zachowuje zdjęcie',
  'sync.device-full':
    '{client} nie ma miejsca: {folder} nie zmieścił się w całości. Zwolnij miejsce na urządzeniu; reszta przyjdzie z następną sesją',
  'sync.read-only':
    '{client} zmienia wpisy w {folder}, który może tylko czytać: na urządzeniu wracają do poprzedniej postaci. Zezwól mu na zmiany albo ustaw folder na urządzeniu jako jednokierunkowy',
  'sync.refreshed':
    '{client} zastępuje {folder} własną zawartością: {count, plural, one {usunięto tu # wpis} few {usunięto tu # wpisy} many {usunięto tu # wpisów} other {usunięto tu # wpisu}}. To, co nie miało zniknąć, można przywrócić z historii',
  'sync.compares':
    '{folder} na {client} jest porównywany wpis po wpisie: {why, select, first {jeszcze nigdy nie był synchronizowany} anchors {urządzenie i serwer nie pamiętają tej samej ostatniej sesji} broken {ostatnie porównanie zostało przerwane} resync {poprosił o to administrator} other {poprosiło o to urządzenie}}',
  'sync.wrong-clock':
    '{client} podaje, że wpis zmieniono {time}, co jest niemożliwe: jego czasy są pomijane. Ustaw zegar urządzenia',
  'sync.hold-lifted':
    '{client} porównano w całości: {count, plural, one {# usunięcie} few {# usunięcia} many {# usunięć} other {# usunięcia}} z {folder} już nie czeka na decyzję',
  'sync.hold-deleted':
    '{count, plural, one {Usunięto # wpis} few {Usunięto # wpisy} many {Usunięto # wpisów} other {Usunięto # wpisu}} z {folder}, jak chciał {client}',
  'sync.hold-kept':
    '{count, plural, one {Zachowano # wpis} few {Zachowano # wpisy} many {Zachowano # wpisów} other {Zachowano # wpisu}} z {folder}: {client} dostanie je znowu z następną sesją',
  'sync.item-fault':
    'Zmiany {client} w {folder} nie przejęto z powodu usterki Pushdesk ({detail}): urządzenie wyśle ją ponownie. Jeśli to się powtarza, powiadom twórców',
  ...incomingLog,
  ...smppLog,
  ...smsQueueLog,
  ...modemLog,
  ...phoneLog,
  ...portalLog,
  ...smsRoutingLog,
  ...smsApiLog,
};
