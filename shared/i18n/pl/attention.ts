import type { attention as attentionSource } from '../en/attention.ts';
import type { Translated } from '../types.ts';

export const attention: Translated<typeof attentionSource> = {
  'engine-off': 'Push jest wyłączony: zmiany są zapisywane, powiadomienia czekają.',
  'no-gateway': 'Nie ma drogi wyjścia dla SMS-ów: powiadomienia czekają.',
  'gateway-failing': 'Bramka „{name}” nie działa: {detail}',
  'device-failing':
    '{count, plural, one {Nie udało się powiadomić: {name}.} few {# powiadomienia z rzędu nie dotarły: {name}.} many {# powiadomień z rzędu nie dotarło: {name}.} other {# powiadomienia z rzędu nie dotarły: {name}.}} {reason}',
  'listener-failed': '{name} nie może nasłuchiwać: {detail}',
  'mailbox-failed': 'Skrzynki {name} nie można obserwować: {detail}',
  'queue-stuck':
    '{count, plural, one {# SMS czeka} few {# SMS-y czekają} many {# SMS-ów czeka} other {# SMS-a czeka}} dłużej niż zwykle.',
  'webhook-open': 'Webhook przyjmuje zmiany od każdego: nie ma tokenu.',
  'backup-failed': 'Ostatnia kopia zapasowa się nie udała: {detail}',
  'certificate-expiring':
    'Certyfikat nasłuchu dla urządzeń {days, plural, =0 {jest nieważny} one {wygasa za # dzień} few {wygasa za # dni} many {wygasa za # dni} other {wygasa za # dnia}}. {detail}',
  openPush: 'Otwórz push',
  openSms: 'Otwórz SMS',
  openGateway: 'Otwórz bramkę',
  openDevices: 'Otwórz urządzenia',
  openDevice: 'Otwórz urządzenie',
  openAccounts: 'Otwórz konta',
  openAccount: 'Otwórz konto',
  openSync: 'Otwórz synchronizację',
  openSettings: 'Otwórz ustawienia',
  openLog: 'Otwórz dziennik',
  'device-pending':
    '{count, plural, one {# klient czeka} few {# klienci czekają} many {# klientów czeka} other {# klienta czeka}} na przypisanie do urządzenia.',
  'number-mismatch': '{name} i {other} są pomylone: jedno odpowiada na powiadomienia drugiego.',
  'deletions-held':
    '{name} chce usunąć naraz {count, plural, one {# element} few {# elementy} many {# elementów} other {# elementu}}: zdecyduj, czy tak ma być.',
  'sync-failing': 'Ostatnia sesja nie powiodła się: {name}.',
  'secrets-lost':
    '{count, plural, one {# hasło zamknięto} few {# hasła zamknięto} many {# haseł zamknięto} other {# hasła zamknięto}} na innej maszynie: trzeba je wpisać ponownie.',
  'budget-near': '{name}: zużyto {percent} % budżetu SMS ({used} z {limit} części).',
  'budget-used':
    'Budżet SMS dla {name} jest wyczerpany: {limit} części. Wiadomości czekają do {until}.',
  'messages-uncertain':
    '{count, plural, one {Jeden SMS jest niepewny} few {# SMS-y są niepewne} many {# SMS-ów jest niepewnych} other {# SMS jest niepewnych}}: nie wiadomo, czy bramka je ma.',
  'queue-paused':
    'Kolejka SMS jest wstrzymana. {count, plural, =0 {Nic nie czeka.} one {Czeka jedna wiadomość.} few {Czekają # wiadomości.} many {Czeka # wiadomości.} other {Czeka # wiadomości.}}',
};
