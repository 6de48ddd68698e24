import type { attention as attentionSource } from '../en/attention.ts';
import type { Translated } from '../types.ts';

export const attention: Translated<typeof attentionSource> = {
  'engine-off': 'Push je vypnutý: změny se zapisují, upozornění čekají.',
  'no-gateway': 'Pro SMS není žádná cesta ven: upozornění čekají.',
  'gateway-failing': 'Brána „{name}“ nefunguje: {detail}',
  'device-failing':
    '{count, plural, one {Nepodařilo se upozornit: {name}.} few {# upozornění po sobě neprošla: {name}.} many {# upozornění po sobě neprošlo: {name}.} other {# upozornění po sobě neprošlo: {name}.}} {reason}',
  'listener-failed': '{name} nemůže naslouchat: {detail}',
  'mailbox-failed': 'Schránku {name} nelze sledovat: {detail}',
  'queue-stuck':
    '{count, plural, one {# SMS čeká} few {# SMS čekají} many {# SMS čeká} other {# SMS čeká}} déle než obvykle.',
  'webhook-open': 'Webhook přijímá změny od kohokoli: nemá token.',
  'backup-failed': 'Poslední záloha selhala: {detail}',
  'certificate-expiring':
    'Certifikát vstupu pro zařízení {days, plural, =0 {neplatí} one {končí za # den} few {končí za # dny} many {končí za # dne} other {končí za # dní}}. {detail}',
  openPush: 'Otevřít push',
  openSms: 'Otevřít SMS',
  openGateway: 'Otevřít bránu',
  openDevices: 'Otevřít zařízení',
  openDevice: 'Otevřít zařízení',
  openAccounts: 'Otevřít účty',
  openAccount: 'Otevřít účet',
  openSync: 'Otevřít synchronizaci',
  openSettings: 'Otevřít nastavení',
  openLog: 'Otevřít záznam',
  'device-pending':
    '{count, plural, one {# klient čeká} few {# klienti čekají} many {# klienta čeká} other {# klientů čeká}} na přiřazení k zařízení.',
  'number-mismatch': '{name} a {other} jsou zaměněná: jedno odpovídá na upozornění druhého.',
  'deletions-held':
    '{name} chce najednou smazat {count, plural, one {# položku} few {# položky} many {# položky} other {# položek}}: rozhodněte, zda je to záměr.',
  'sync-failing': 'Poslední relace selhala: {name}.',
  'secrets-lost':
    'Na jiném počítači {count, plural, one {bylo uzamčeno # heslo} few {byla uzamčena # hesla} many {bylo uzamčeno # hesla} other {bylo uzamčeno # hesel}}: zadejte je znovu.',
  'budget-near': '{name}: využito {percent} % rozpočtu SMS ({used} z {limit} částí).',
  'budget-used': 'Rozpočet SMS pro {name} je vyčerpán: {limit} částí. Zprávy čekají do {until}.',
  'messages-uncertain':
    '{count, plural, one {Jedna SMS je nejistá} few {# SMS jsou nejisté} many {# SMS je nejistých} other {# SMS je nejistých}}: není známo, zda je brána má.',
  'queue-paused':
    'Fronta SMS je pozastavena. {count, plural, =0 {Nic nečeká.} one {Čeká jedna zpráva.} few {Čekají # zprávy.} many {Čeká # zprávy.} other {Čeká # zpráv.}}',
};
