import type { attention as attentionSource } from '../en/attention.ts';
import type { Translated } from '../types.ts';

export const attention: Translated<typeof attentionSource> = {
  'engine-off': 'Push je vypnutý: změny se zapisují, upozornění čekají.',
  'no-gateway': 'Pro SMS není žádná cesta ven: upozornění čekají.',
  'gateway-failing': 'Brána „{name}“ nefunguje: {detail}',
  'device-failing': 'Nepodařilo se upozornit: {name}.',
  'listener-failed': '{name} nemůže naslouchat: {detail}',
  'mailbox-failed': 'Schránku {name} nelze sledovat: {detail}',
  'queue-stuck':
    '{count, plural, one {# SMS čeká} few {# SMS čekají} many {# SMS čeká} other {# SMS čeká}} déle než obvykle.',
  'webhook-open': 'Webhook přijímá změny od kohokoli: nemá token.',
  'backup-failed': 'Poslední záloha selhala: {detail}',
  openPush: 'Otevřít push',
  openSms: 'Otevřít SMS',
  openGateway: 'Otevřít bránu',
  openDevices: 'Otevřít zařízení',
  openDevice: 'Otevřít zařízení',
  openAccounts: 'Otevřít účty',
  openAccount: 'Otevřít účet',
  openSettings: 'Otevřít nastavení',
  openLog: 'Otevřít záznam',
};
