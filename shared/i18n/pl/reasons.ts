import type {
  alertReasons as alertReasonsSource,
  clientTypeReasons as clientTypeReasonsSource,
  deviceReasons as deviceReasonsSource,
  gatewayReasons as gatewayReasonsSource,
} from '../en/reasons.ts';
import type { Translated } from '../types.ts';

export const deviceReasons: Translated<typeof deviceReasonsSource> = {
  ok: 'Powiadomienia docierają do tego urządzenia.',
  'never-alerted': 'Gotowe; żadne powiadomienie nie było jeszcze potrzebne.',
  'alert-waiting': 'Powiadomienie jest w drodze.',
  'quiet-hours': 'Godziny ciszy: powiadomienia czekają na ich koniec.',
  'no-number': 'Nie ma numeru telefonu, więc nie można wysłać SMS-a.',
  'no-folder': 'Żaden folder nie jest zaznaczony, więc nie ma czego zapowiadać.',
  'no-gateway': 'Nie ma drogi wyjścia dla SMS-ów.',
  'push-not-possible': 'Ten typ klienta nie rozumie powiadomień.',
  'push-off': 'Push jest wyłączony dla tego urządzenia.',
  'engine-off': 'Push jest wyłączony dla wszystkich.',
  'alert-failed': 'Ostatnie powiadomienie nie dotarło.',
  'paused-by-admin': 'Wstrzymane przez administratora.',
  'paused-by-device': 'Wstrzymane przez urządzenie.',
  'number-mismatch':
    'Pomylono je z innym urządzeniem konta: jedno odpowiada na powiadomienia drugiego.',
  'session-failed': 'Jego ostatnia sesja się nie powiodła.',
};

export const alertReasons: Translated<typeof alertReasonsSource> = {
  merging: 'Zbiera najpierw więcej zmian.',
  'quiet-hours': 'Czeka na koniec godzin ciszy.',
  'hourly-cap': 'Czeka: urządzenie dostało w tej godzinie dość powiadomień.',
  'engine-off': 'Czeka na włączenie pusha.',
  'paused-by-admin': 'Urządzenie jest wstrzymane przez administratora.',
  'paused-by-device': 'Urządzenie jest wstrzymane przez właściciela.',
  'push-off': 'Push jest wyłączony dla tego urządzenia.',
  'push-not-possible': 'Ten typ klienta nie rozumie powiadomień.',
  'no-number': 'Urządzenie nie ma numeru telefonu.',
  'no-folder': 'Żaden ze zmienionych folderów nie jest zaznaczony.',
  superseded: 'Zastąpiło je nowsze powiadomienie.',
  'too-old': 'Nie udało się wysłać na czas.',
  'no-gateway': 'Nie ma drogi wyjścia dla SMS-ów.',
  'gateway-refused': 'Bramka odmówiła.',
  'gateway-unreachable': 'Bramka była nieosiągalna.',
  'device-removed': 'Urządzenie zostało usunięte.',
  manual: 'Wysłane na żądanie.',
  'not-delivered': 'Sieć nie mogła go dostarczyć.',
  dropped: 'Usunięto go z kolejki ręcznie.',
};

export const gatewayReasons: Translated<typeof gatewayReasonsSource> = {
  ok: 'Ostatni SMS został przyjęty.',
  unused: 'Nic jeszcze nią nie wysłano.',
  off: 'Wyłączona.',
  unreachable: 'Nie odpowiada.',
  refused: 'Odrzuca wiadomości.',
  'backing-off': 'Zawiodła; wkrótce kolejna próba.',
  'bad-template': 'W jej szablonie URL jest błąd.',
  connecting: 'Trwa otwieranie.',
  'login-refused': 'Nie przyjmuje nazwy użytkownika lub hasła.',
  throttled: 'Prosi o wolniejsze tempo.',
  budget: 'Jej budżet jest wyczerpany.',
  'no-port': 'Na jej porcie nie ma urządzenia.',
  'port-busy': 'Jej portu używa inny program.',
  'no-answer': 'Modem nie odpowiada.',
  'pin-needed': 'Modem pyta o PIN.',
  'pin-wrong': 'PIN jest błędny; nie będzie ponawiany samoczynnie.',
  'puk-needed': 'Karta SIM pyta o PUK.',
  'no-sim': 'W modemie nie ma karty SIM.',
  'sim-full': 'Pamięć karty SIM jest pełna.',
  'not-registered': 'Modem nie jest zarejestrowany w sieci.',
};

export const clientTypeReasons: Translated<typeof clientTypeReasonsSource> = {
  'no-server-alerts': 'Te telefony ignorują powiadomienia serwera; pytają same.',
  'uses-activesync': 'Te telefony utrzymują własne połączenie (ActiveSync).',
  'no-ota-format': 'Ten klient nie ma formatu konfiguracji przez SMS.',
  'uses-profile': 'Te telefony przyjmują profil, a nie SMS.',
};
