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
  'system.started': 'Pushdesk {version} běží',
  'system.stopping': 'Pushdesk končí',
  'system.listening': '{listener} naslouchá na {host}, port {port}',
  'system.listener-failed': '{listener} nemůže naslouchat na {host}, port {port}: {detail}',
  'system.backup-made': 'Záloha zapsána do {path}',
  'system.backup-failed': 'Záloha selhala: {detail}',
  'system.retention': 'Odstraněny prošlé položky: {count}',
  'system.fault': 'Uvnitř Pushdesku se něco nezdařilo ({id}): {detail}',
  'system.settings-changed': 'Nastavení změněno: {names}',
  'system.secrets-lost':
    'Na jiném počítači nebo jinou osobou {count, plural, one {bylo uzamčeno # heslo} few {byla uzamčena # hesla} many {bylo uzamčeno # hesla} other {bylo uzamčeno # hesel}}, a zde je nelze otevřít. Přehled říká, kde je zadat znovu',
  'system.no-key-store': 'Systém nemá úložiště klíčů: tajné údaje jsou uzamčeny klíčem v {path}',
  'certificate.made': 'Certifikát pro {names} je vytvořen; platí do {until}',
  'certificate.read': 'Certifikát pro {names} je načten z {path}; platí do {until}',
  'certificate.received': '{issuer} vydala certifikát pro {names}; platí do {until}',
  'certificate.file-missing':
    'Certifikát nelze použít: soubor {path} není. Opravte cestu v nastavení',
  'certificate.file-unreadable':
    'Certifikát nelze použít: {path} nelze číst: {detail}. Dejte Pushdesku právo ke čtení',
  'certificate.no-certificate': 'Certifikát nelze použít: v {path} není certifikát ve tvaru PEM',
  'certificate.no-key': 'Certifikát nelze použít: v {path} není soukromý klíč ve tvaru PEM',
  'certificate.key-locked':
    'Certifikát nelze použít: klíč v {path} je zamčen heslem. Uložte ho bez hesla',
  'certificate.key-mismatch':
    'Certifikát nelze použít: klíč v {key} nepatří k certifikátu v {path}',
  'certificate.expired': 'Certifikát pro {names} skončil {until}. Nahraďte ho novým',
  'certificate.not-yet-valid':
    'Certifikát pro {names} platí až od {until}. Zkontrolujte hodiny tohoto počítače',
  'certificate.not-made': 'Certifikát nelze vytvořit nebo uložit: {detail}',
  'certificate.acme-no-names':
    'O certifikát nelze požádat: zadejte jméno, pod kterým zařízení tento server najdou, nebo veřejnou adresu',
  'certificate.acme-unreachable': 'Certifikační autorita na {directory} není dostupná: {detail}',
  'certificate.acme-not-reached':
    'Certifikační autorita se k tomuto serveru jako {names} nedostala: {detail}. Port 80 toho jména musí vést na vstup pro zařízení',
  'certificate.acme-refused': 'Certifikační autorita odmítá certifikát pro {names}: {detail}',
  'certificate.acme-rate-limited':
    'Certifikační autorita chce před dalším dotazem přestávku: {detail}',
  'certificate.acme-failed': 'Certifikační autorita certifikát nevydala: {detail}',
  'api.refused': 'Volání {procedure} bylo odmítnuto: {code}',
  'api.unauthenticated': 'Volání bez platného tokenu přišlo z {remote}',
  'account.created': 'Účet {account} přidán',
  'account.updated': 'Účet {account} změněn',
  'account.removed':
    'Účet {account} odebrán, s ním {devices, plural, one {# zařízení} few {# zařízení} many {# zařízení} other {# zařízení}}',
  'device.created': '{device} přidáno k {account}',
  'device.updated': '{device}: změněno {names}',
  'device.removed': '{device} odebráno z {account}',
  'device.paused': 'Push na {device} pozastavil správce',
  'device.resumed': 'Push na {device} pokračuje',
  'collection.created': 'Složka {folder} účtu {account} přidána',
  'collection.created-corporate': 'Složka {folder} pro všechny přidána',
  'collection.updated': 'Složka {folder} účtu {account} změněna',
  'collection.updated-corporate': 'Složka {folder} pro všechny změněna',
  'collection.removed': 'Složka {folder} účtu {account} odebrána i s obsahem',
  'collection.removed-corporate': 'Složka {folder} pro všechny odebrána i s obsahem',
  'change.reported': 'Změna: {folder}, účet {account}; ohlásil {source}',
  'change.reported-by': 'Změna: {folder}, účet {account}; změnil {origin}, ohlásil {source}',
  'change.reported-many': 'Změny: {count}, účty: {accounts}; ohlásil {source}',
  'change.unknown-account': 'Změna pro {account} se nepřijímá: takový účet není',
  'change.unknown-folder': 'Změna pro {account} se nepřijímá: složka {folder} není',
  'change.refused': 'Změna z {remote} se nepřijímá: {detail}',
  'change.refused-many': 'Další změny nepřijaté z podobných důvodů: {count}',
  'change.replayed': 'Změna z {remote} se nepřijímá: stejný datagram už přišel',
  'change.no-device': 'Žádné zařízení účtu {account} nečeká na {folder}',
  'change.no-device-many': 'Další změny, na které žádné zařízení nečeká: {count}',
  'mailbox.watching': 'Schránka {account} se sleduje',
  'mailbox.failed': 'Schránku {account} nelze sledovat: {detail}',
  'mailbox.stopped': 'Schránka {account} se už nesleduje',
  'push.activated': 'Push je zapnutý',
  'push.deactivated': 'Push je vypnutý',
  'push.settings-changed': 'Nastavení pushe změněno: {names}',
  'alert.planned': 'Upozornění pro {device} naplánováno: {folders}',
  'alert.planned-many': 'Naplánovaná nebo doplněná upozornění: {count}',
  'alert.merged': 'Další změna jde do upozornění pro {device}: {folders}',
  'alert.manual': 'Vyžádáno upozornění pro {device}: {folders}',
  'alert.waiting-quiet': 'Upozornění pro {device} čeká na konec tichých hodin v {until}',
  'alert.waiting-cap': 'Upozornění pro {device} čeká: za hodinu stačí upozornění: {cap}',
  'alert.waiting-engine': 'Upozornění pro {device} čeká na zapnutí pushe',
  'alert.waiting-gateway': 'Upozornění pro {device} čeká: pro SMS není cesta ven',
  'alert.waits-many': 'Čekající upozornění: {count}',
  'alert.suppressed': 'Bez upozornění pro {device}: {reason}',
  'alert.queued':
    'Upozornění pro {device} je ve frontě SMS: {folders}, {parts, plural, one {# část} few {# části} many {# části} other {# částí}}',
  'alert.queued-many': 'Upozornění ve frontě SMS: {count}',
  'alert.ended-many': 'Upozornění ukončená bez odeslání: {count}',
  'alert.sent':
    'Upozornění odesláno na {device}: {folders}, přes „{gateway}“, {parts, plural, one {# část} few {# části} many {# části} other {# částí}}',
  'alert.delivered': 'Upozornění doručeno na {device}',
  'alert.answered': '{device} odpovídá na upozornění',
  'alert.expired': 'Upozornění pro {device} vzdáno: {reason}',
  'alert.failed': 'Upozornění pro {device} selhalo: {reason}',
  'alert.repeated':
    'Upozornění pro {device} se posílá znovu se stejnými bajty: předání bylo přerušeno',
  'alert.uncertain': 'Není známo, zda upozornění došlo na {device}: předání bylo přerušeno',
  'configuration.prepared':
    'Konfigurace pro {device} připravena: {parts, plural, one {# část SMS} few {# části SMS} many {# části SMS} other {# částí SMS}}',
  'configuration.sent':
    'Konfigurace odeslána na {device}: {parts, plural, one {# část SMS} few {# části SMS} many {# části SMS} other {# částí SMS}}',
  'configuration.delivered': 'Konfigurace doručena na {device}',
  'configuration.failed': 'Konfigurace pro {device} se nezdařila: {reason}',
  'configuration.uncertain':
    'Není známo, zda konfigurace došla na {device}: předání bylo přerušeno',
  'configuration.configured': '{device} je nastaveno: přišla jeho první relace',
  'configuration.repeat-refused':
    'Stejná konfigurace byla na {device} odeslána před chvílí: znovu odejde jen po potvrzení',
  'configuration.not-possible': 'Zařízení {device} se konfigurace neposílá: {obstacle}',
  'configuration.pin-told':
    'PIN pro {device} byl sdělen správci{delivery, select, spoken {, aby jej přečetl majiteli} other { na obrazovce}}',
  'configuration.pin-mailed': 'PIN pro {device} byl odeslán e-mailem na {account}',
  'configuration.pin-not-mailed':
    'PIN pro {device} se nepodařilo odeslat e-mailem na {account}: neodešla ani konfigurace. Zkontrolujte nastavení pošty',
  'configuration.options-changed': 'Konfigurace zařízení {device} změněna: {names}',
  'access-point.saved': 'Přístupový bod „{name}“ uložen',
  'access-point.removed': 'Přístupový bod „{name}“ odebrán',
  'sms.attempt-failed':
    '„{gateway}“ nepřijala SMS na {number}: {detail}. Další pokus za {seconds} s',
  'sms.failed-over': '„{gateway}“ nepřijala SMS na {number}: {detail}. Místo ní ji bere „{next}“',
  'sms.failed':
    'SMS na {number} vzdána po {attempts, plural, one {# pokusu} few {# pokusech} many {# pokusu} other {# pokusech}}: {detail}',
  'sms.expired': 'SMS na {number} vzdána: je příliš stará',
  'gateway.created': 'Brána „{gateway}“ přidána',
  'gateway.updated': 'Brána „{gateway}“ změněna: {names}',
  'gateway.removed': 'Brána „{gateway}“ odebrána',
  'gateway.on': 'Brána „{gateway}“ zapnuta',
  'gateway.off': 'Brána „{gateway}“ vypnuta',
  'gateway.failing': 'Brána „{gateway}“ nefunguje: {detail}',
  'gateway.recovered': 'Brána „{gateway}“ znovu funguje',
  'gateway.test-ok': 'Brána „{gateway}“ vyzkoušena: funguje',
  'gateway.test-failed': 'Brána „{gateway}“ vyzkoušena: {detail}',
  'sync.wrong-url':
    '{remote} se synchronizuje přes {url}. Je obslouženo, ale nastavte v zařízení adresu {right}',
  'sync.http-for-https':
    '{remote} se synchronizuje nešifrovaně přes {url} (http místo https). Je obslouženo; nastavte v zařízení adresu {right}',
  'sync.https-for-http':
    '{remote} mluví HTTPS na port určený pro HTTP, přes {url}. Je obslouženo; nastavte v zařízení adresu {right}',
  'sync.tls-too-old':
    '{remote} umí jen TLS 1.1 nebo starší, a to se odmítá. Aktualizujte zařízení, nebo je nechte synchronizovat přes http:// v síti, které důvěřujete',
  'sync.tls-not-trusted':
    '{remote} certifikátu nedůvěřuje. Nainstalujte ho do zařízení z /certificate.crt, nebo použijte certifikát od veřejné autority',
  'phone.synced':
    '{device} (virtuální) dokončil synchronizaci: přijato {received}, odesláno {sent}',
  'phone.sync-failed':
    '{device} (virtuální) se nemohl synchronizovat: {problem}. Podívejte se na relaci na stránce zařízení.',
  'phone.woke': '{device} (virtuální) se probouzí: {folders}, relace {session}',
  'phone.duplicate': '{device} (virtuální) zahazuje upozornění, které už viděl',
  'phone.wrong-digest': '{device} (virtuální) nezná odesílatele: otisk neodpovídá heslu serveru',
  'phone.unknown-folder': '{device} (virtuální) nemá složku {folder}: na velikosti písmen záleží',
  'phone.text': '{device} (virtuální) ukazuje textovou zprávu',
  'phone.undecodable': '{device} (virtuální) SMS nerozumí: {detail}',
  'device.paired': 'Správce spároval {device} s klientem {client}',
  'device.paired-by-rule':
    '{device} spárováno s klientem {client}: žádné jiné zařízení účtu nebylo volné',
  'device.unpaired': '{device} už není spárováno s klientem {client}',
  'device.swapped': '{device} a {other} si vyměnily klienty',
  'device.mismatch':
    '{client} odpovídá na upozornění poslané na {other}: jsou zaměněná čísla, nebo klienti. Vyměňte klienty nebo opravte čísla',
  'device.push-off': '{device} si push samo vypnulo',
  'device.push-on': '{device} si push opět zapnulo',
  'device.push-refused': '{device} chce přepnout svůj push, ale pozastavil ho správce',
  'device.resync': 'Příští relace {device} porovná vše znovu: {folders}',
  'device.reset':
    'Vše známé o klientovi {device} je zapomenuto: jeho příští relace bude jako první',
  'pending.appeared':
    '{client} se přihlašuje k {account} a nepatří k žádnému zařízení: přiřaďte ho na stránce zařízení',
  'pending.dismissed': '{client} odložen: zůstává bez zařízení',
  'pending.blocked': '{client} zablokován: už nebude vpuštěn',
  'pending.recalled': '{client} vrácen: čeká na zařízení a bude vpuštěn',
  'sync.started': '{client} začíná relaci (SyncML {version}, {encoding})',
  'sync.folder':
    '{client}, {folder}, {mode}. Ze zařízení: nové {added}, změněné {changed}, smazané {deleted}. Do zařízení: nové {sentAdded}, změněné {sentChanged}, smazané {sentDeleted}',
  'sync.folder-same': '{client}, {folder}, {mode}: není co dělat',
  'sync.folder-compared':
    '{client}, {folder}, {mode}: na obou stranách {matched}. Ze zařízení: nové {added}, změněné {changed}, smazané {deleted}. Do zařízení: nové {sentAdded}, změněné {sentChanged}, smazané {sentDeleted}',
  'sync.folder-failed':
    '{client}, {folder}: nepodařilo se převzít položky: {count}. Relace je uvádí s jejich stavy',
  'sync.folder-conflicts':
    '{client}, {folder}: položky změněné na obou stranách: {count}. Co prohrálo, je v historii',
  'sync.folder-held':
    '{client} chce najednou smazat položky ve složce {folder}: {count}. Zůstanou, dokud správce nerozhodne',
  'sync.folder-unknown':
    '{client} žádá o {folder}, které neexistuje: opravte název databáze v telefonu, nebo ho dejte složce zařízení',
  'sync.folder-refused':
    '{client} nemůže synchronizovat {folder}: stav {status}. Zkontrolujte, kdo smí složku používat a jak je nastaven telefon',
  'sync.done': '{client} dokončil synchronizaci: zprávy {requests}, {seconds} s',
  'sync.suspended': '{client} přerušuje relaci: další bude pokračovat odtud',
  'sync.ended-badly': 'Relace {client} neskončila dobře. {reason}',
  'sync.refused': '{client} není vpuštěn k {account}. {reason}',
  'sync.refused-wrong-password':
    '{client} se k {account} přihlašuje chybným heslem: zadejte heslo účtu v telefonu znovu',
  'sync.refused-no-password':
    '{client} se nemůže přihlásit k {account}: účet nemá heslo pro zařízení. Nastavte ho na stránce účtu',
  'sync.refused-unknown-account':
    '{client} se přihlašuje jako {account}, takový účet tu není: zkontrolujte jméno uživatele v telefonu, nebo účet přidejte',
  'sync.refused-blocked': '{client} není vpuštěn k {account}: je zablokován',
  'sync.refused-not-paired': '{client} nebude vpuštěn k {account}, dokud ho nepřiřadíte k zařízení',
  'sync.refused-again': '{client} nebyl vpuštěn ještě tolikrát: {count}. {reason}',
  'sync.refused-many': 'Nevpuštění další klienti: {count}. Možná někdo hádá hesla',
  'sync.fault':
    'V relaci {client} se něco pokazilo: {detail}. Kotvy zůstávají: zařízení to příště zkusí znovu',
  'sync.storage-full':
    'Změny {client} nelze uložit: disk je plný. Uvolněte místo; zařízení je pošle znovu',
  'sync.message-too-large':
    '{client} posílá zprávu větší než dvakrát {octets, number} bajtů, a ta je odmítnuta. Nastavte v zařízení menší velikost zprávy, nebo povolte v nastavení větší zprávy',
  'sync.item-over-limit':
    '{client} posílá do {folder} položku, která má bajtů: {octets, number}, povoleno je: {limit, number}. Zůstává v zařízení. Zmenšete ji tam, nebo povolte v nastavení větší položky',
  'sync.item-too-large':
    '{client} nemůže přijmout položku z {folder}: je příliš velká, bajtů: {octets}. Zůstává jen na serveru',
  'sync.item-refused':
    '{client} poslal do {folder} položku, kterou nelze přečíst ({detail}): zůstává v zařízení. Změňte ji tam a synchronizujte znovu; při zapnutém záznamu zpráv zařízení ji relace ukáže tak, jak přišla',
  'sync.item-declined':
    '{client} nemůže přijmout položku {item} z {folder} ({detail}): zůstává na serveru a po změně se pošle znovu',
  'sync.photo-left-out':
    'Položka {item} z {folder} jde do {client} bez fotografie, která je pro zařízení příliš velká. Server si ji ponechává',
  'sync.device-full':
    '{client} je plný: {folder} se nevešel celý. Uvolněte v zařízení místo; zbytek přijde s další relací',
  'sync.read-only':
    '{client} změnil položky v {folder}, který smí jen číst: v zařízení se vracejí do původní podoby. Povolte mu změny, nebo složku v zařízení nastavte jako jednosměrnou',
  'sync.refreshed':
    '{client} nahradil {folder} tím, co má sám: {count, plural, one {zde byla smazána # položka} few {zde byly smazány # položky} many {zde bylo smazáno # položky} other {zde bylo smazáno # položek}}. Co zmizet nemělo, lze obnovit z historie',
  'sync.compares':
    '{folder} na {client} se porovnává položku po položce: {why, select, first {ještě nikdy se nesynchronizoval} anchors {zařízení a server si nepamatují stejnou poslední relaci} broken {poslední porovnání bylo přerušeno} resync {přál si to správce} other {přálo si to zařízení}}',
  'sync.wrong-clock':
    '{client} tvrdí, že položka byla změněna {time}, což není možné: jeho časy se neberou v úvahu. Nastavte v zařízení hodiny',
  'sync.hold-lifted':
    '{client} byl porovnán celý: {count, plural, one {# smazání} few {# smazání} many {# smazání} other {# smazání}} z {folder} už na rozhodnutí nečeká',
  'sync.hold-deleted':
    '{count, plural, one {Smazána # položka} few {Smazány # položky} many {Smazáno # položky} other {Smazáno # položek}} z {folder}, jak chtěl {client}',
  'sync.hold-kept':
    '{count, plural, one {Ponechána # položka} few {Ponechány # položky} many {Ponecháno # položky} other {Ponecháno # položek}} z {folder}: {client} je dostane znovu s další relací',
  'sync.item-fault':
    'Změna z {client} v {folder} nebyla převzata kvůli chybě Pushdesku ({detail}): zařízení ji pošle znovu. Pokud to trvá, dejte vědět tvůrcům',
  ...incomingLog,
  ...smppLog,
  ...smsQueueLog,
  ...modemLog,
  ...phoneLog,
  ...portalLog,
  ...smsRoutingLog,
  ...smsApiLog,
};
