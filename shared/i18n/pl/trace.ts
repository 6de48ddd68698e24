import type {
  trace as traceSource,
  traceBytes as traceBytesSource,
  traceSteps as traceStepsSource,
} from '../en/trace.ts';
import type { Translated } from '../types.ts';

export const trace: Translated<typeof traceSource> = {
  title: 'Ślad',
  change: 'Zmiana',
  planned: 'Zaplanowane',
  sms: 'SMS',
  delivered: 'Doręczone',
  prepared: 'Przygotowano',
  configured: 'Skonfigurowano',
  answered: 'Odpowiedź',
  notYet: 'jeszcze nie',
  changes: 'Zmiany',
  noBranch: 'O tej zmianie nie powiadomiono żadnego urządzenia',
  noBranchHint:
    'Albo żadne urządzenie konta nie czeka na ten folder, albo powiadomienie nie jest jeszcze zaplanowane.',
  bytes: 'Bajty',
  part: 'część {part}',
  log: 'Dziennik tego śladu',
  deliveries: 'Próby',
  attempt: 'Próba',
  gateway: 'Bramka',
  outcome: 'Wynik',
  detail: 'Odpowiedź',
  duration: 'Trwało',
  folders: 'Foldery',
  merged:
    '{count, plural, one {zawiera # zmianę} few {zawiera # zmiany} many {zawiera # zmian} other {zawiera # zmiany}}',
  manual: 'na żądanie',
  session: 'Sesja',
  answeredBy: 'Odpowiedziała',
  openSession: 'Pokaż sesję',
  shownOf: 'Pierwsze {shown} z {total}; plik ma wszystkie.',
  number: 'Numer',
  parts: '{count, plural, one {# część} few {# części} many {# części} other {# części}}',
  account: 'Konto',
  device: 'Urządzenie',
  source: 'Zgłosił',
  origin: 'Zmienił',
  folder: 'Folder',
  hex: 'Szesnastkowo',
  decoded: 'Rozkodowane',
  copyHex: 'Kopiuj szesnastkowo',
  saveFile: 'Zapisz jako plik',
  octets: '{count, plural, one {# oktet} few {# oktety} many {# oktetów} other {# oktetu}}',
  octetsAt: 'Oktety od {from} do {to}',
  after: '{time} po poprzednim kroku',
  total: 'razem {time}',
  due: 'Termin',
  state: 'Stan',
  gone: 'Nie ma takiego śladu',
  goneHint:
    'Jego czas mógł już minąć: historia jest przechowywana przez tyle dni, ile mówią ustawienia.',
};

export const traceSteps: Translated<typeof traceStepsSource> = {
  change: 'Zmiana: {folder}; zgłosił {source}',
  'change-by': 'Zmiana: {folder}; zmienił {origin}, zgłosił {source}',
  manual: 'Na żądanie',
  planned:
    '{count, plural, =0 {Jedno powiadomienie} one {# zmiana w jednym powiadomieniu} few {# zmiany w jednym powiadomieniu} many {# zmian w jednym powiadomieniu} other {# zmiany w jednym powiadomieniu}}: {folders}',
  waiting: '{reason}',
  suppressed: 'Bez powiadomienia. {reason}',
  expired: 'Zaniechano. {reason}',
  failed: 'Nieudane. {reason}',
  'sms-none': 'Bez SMS-a',
  'sms-queued':
    '{parts, plural, one {# część} few {# części} many {# części} other {# części}} w kolejce',
  'sms-retrying':
    'Jeszcze nieprzyjęty; dotąd {attempts, plural, one {# próba} few {# próby} many {# prób} other {# próby}}',
  'sms-sent':
    'Przyjęła „{gateway}”, {parts, plural, one {# część} few {# części} many {# części} other {# części}}',
  'sms-failed':
    'Zaniechano po {attempts, plural, one {# próbie} few {# próbach} many {# próbach} other {# próby}}',
  'sms-superseded': 'Zastąpiło je nowsze powiadomienie',
  'sms-expired': 'Zaniechano: za stary',
  'sms-uncertain': 'Przekazanie przerwano: nie wiadomo, czy wyszedł',
  delivered: 'Potwierdziła sieć',
  'delivered-not-yet': 'Brak potwierdzenia sieci',
  answered: 'Telefon rozpoczął sesję',
  'answered-not-yet': 'Brak sesji telefonu',
  'session-running': 'Sesja trwa',
  'session-done': 'Zsynchronizowano: z urządzenia {received}, do urządzenia {sent}',
  'session-suspended': 'Telefon przerwał sesję',
  'session-failed': 'Sesja nie zakończyła się dobrze. {reason}',
};

export const traceBytes: Translated<typeof traceBytesSource> = {
  'sms-submit': 'SMS-SUBMIT',
  'wsp-push': 'WSP push',
  san: 'Powiadomienie (SAN)',
};
