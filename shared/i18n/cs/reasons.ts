import type {
  alertReasons as alertReasonsSource,
  clientTypeReasons as clientTypeReasonsSource,
  deviceReasons as deviceReasonsSource,
  gatewayReasons as gatewayReasonsSource,
} from '../en/reasons.ts';
import type { Translated } from '../types.ts';

export const deviceReasons: Translated<typeof deviceReasonsSource> = {
  ok: 'Upozornění k tomuto zařízení docházejí.',
  'never-alerted': 'Připraveno; žádné upozornění zatím nebylo potřeba.',
  'alert-waiting': 'Upozornění je na cestě.',
  'quiet-hours': 'Tiché hodiny: upozornění čekají na jejich konec.',
  'no-number': 'Chybí telefonní číslo, proto nelze poslat SMS.',
  'no-folder': 'Žádná složka není zaškrtnutá, není co oznamovat.',
  'no-gateway': 'Pro SMS není žádná cesta ven.',
  'push-not-possible': 'Tento typ klienta upozorněním nerozumí.',
  'push-off': 'Push je pro toto zařízení vypnutý.',
  'engine-off': 'Push je vypnutý pro všechny.',
  'alert-failed': 'Poslední upozornění neprošlo.',
  'paused-by-admin': 'Pozastavil správce.',
  'paused-by-device': 'Pozastavilo zařízení.',
  'number-mismatch': 'Je zaměněno s jiným zařízením účtu: jedno odpovídá na upozornění druhého.',
  'session-failed': 'Jeho poslední relace selhala.',
};

export const alertReasons: Translated<typeof alertReasonsSource> = {
  merging: 'Nejdřív sbírá další změny.',
  'quiet-hours': 'Čeká na konec tichých hodin.',
  'hourly-cap': 'Čeká: zařízení už v této hodině dostalo dost upozornění.',
  'engine-off': 'Čeká na zapnutí pushe.',
  'paused-by-admin': 'Zařízení pozastavil správce.',
  'paused-by-device': 'Zařízení pozastavil jeho majitel.',
  'push-off': 'Push je pro toto zařízení vypnutý.',
  'push-not-possible': 'Tento typ klienta upozorněním nerozumí.',
  'no-number': 'Zařízení nemá telefonní číslo.',
  'no-folder': 'Žádná ze změněných složek není zaškrtnutá.',
  superseded: 'Nahradilo ho novější upozornění.',
  'too-old': 'Nepodařilo se ho odeslat včas.',
  'no-gateway': 'Pro SMS není žádná cesta ven.',
  'gateway-refused': 'Brána ho odmítla.',
  'gateway-unreachable': 'Brána byla nedostupná.',
  'device-removed': 'Zařízení bylo odebráno.',
  manual: 'Na ruční žádost.',
  'not-delivered': 'Síť ji nemohla doručit.',
  dropped: 'Byla ručně vyřazena z fronty.',
};

export const gatewayReasons: Translated<typeof gatewayReasonsSource> = {
  ok: 'Poslední SMS byla přijata.',
  unused: 'Zatím přes ni nic neodešlo.',
  off: 'Vypnutá.',
  unreachable: 'Neodpovídá.',
  refused: 'Odmítá zprávy.',
  'backing-off': 'Selhala a brzy se zkusí znovu.',
  'bad-template': 'V její šabloně URL je chyba.',
  connecting: 'Otevírá se.',
  'login-refused': 'Nepřijímá uživatelské jméno nebo heslo.',
  throttled: 'Žádá o pomalejší tempo.',
  budget: 'Její rozpočet je vyčerpán.',
  'no-port': 'Na jejím portu není žádné zařízení.',
  'port-busy': 'Její port používá jiný program.',
  'no-answer': 'Modem neodpovídá.',
  'pin-needed': 'Modem žádá PIN.',
  'pin-wrong': 'PIN je chybný; sám se znovu nezkouší.',
  'puk-needed': 'SIM karta žádá PUK.',
  'no-sim': 'V modemu není SIM karta.',
  'sim-full': 'Paměť SIM karty je plná.',
  'not-registered': 'Modem není přihlášen do sítě.',
};

export const clientTypeReasons: Translated<typeof clientTypeReasonsSource> = {
  'no-server-alerts': 'Tyto telefony upozornění serveru ignorují; ptají se samy.',
  'uses-activesync': 'Tyto telefony drží vlastní spojení (ActiveSync).',
  'no-ota-format': 'Tento klient nemá formát pro nastavení přes SMS.',
  'uses-profile': 'Tyto telefony přijímají profil, ne SMS.',
};
