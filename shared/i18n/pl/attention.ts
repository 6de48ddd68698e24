import type { attention as attentionSource } from '../en/attention.ts';
import type { Translated } from '../types.ts';

export const attention: Translated<typeof attentionSource> = {
  'engine-off': 'Push jest wyłączony: zmiany są zapisywane, powiadomienia czekają.',
  'no-gateway': 'Nie ma drogi wyjścia dla SMS-ów: powiadomienia czekają.',
  'gateway-failing': 'Bramka „{name}” nie działa: {detail}',
  'device-failing': 'Nie udało się powiadomić: {name}.',
  'listener-failed': '{name} nie może nasłuchiwać: {detail}',
  'mailbox-failed': 'Skrzynki {name} nie można obserwować: {detail}',
  'queue-stuck':
    '{count, plural, one {# SMS czeka} few {# SMS-y czekają} many {# SMS-ów czeka} other {# SMS-a czeka}} dłużej niż zwykle.',
  'webhook-open': 'Webhook przyjmuje zmiany od każdego: nie ma tokenu.',
  'backup-failed': 'Ostatnia kopia zapasowa się nie udała: {detail}',
  openPush: 'Otwórz push',
  openSms: 'Otwórz SMS',
  openGateway: 'Otwórz bramkę',
  openDevices: 'Otwórz urządzenia',
  openDevice: 'Otwórz urządzenie',
  openAccounts: 'Otwórz konta',
  openAccount: 'Otwórz konto',
  openSettings: 'Otwórz ustawienia',
  openLog: 'Otwórz dziennik',
};
