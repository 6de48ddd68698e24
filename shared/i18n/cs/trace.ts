import type {
  trace as traceSource,
  traceBytes as traceBytesSource,
  traceSteps as traceStepsSource,
} from '../en/trace.ts';
import type { Translated } from '../types.ts';

export const trace: Translated<typeof traceSource> = {
  title: 'Stopa',
  change: 'Změna',
  planned: 'Naplánováno',
  sms: 'SMS',
  delivered: 'Doručeno',
  prepared: 'Připraveno',
  configured: 'Nastaveno',
  answered: 'Zodpovězeno',
  notYet: 'zatím ne',
  changes: 'Změny',
  noBranch: 'O této změně nebylo upozorněno žádné zařízení',
  noBranchHint:
    'Buď na tuto složku žádné zařízení účtu nečeká, nebo upozornění ještě není naplánováno.',
  bytes: 'Bajty',
  part: 'část {part}',
  log: 'Záznam této stopy',
  deliveries: 'Pokusy',
  attempt: 'Pokus',
  gateway: 'Brána',
  outcome: 'Výsledek',
  detail: 'Odpověď',
  duration: 'Trvalo',
  folders: 'Složky',
  merged:
    '{count, plural, one {obsahuje # změnu} few {obsahuje # změny} many {obsahuje # změny} other {obsahuje # změn}}',
  manual: 'na ruční žádost',
  session: 'Relace',
  answeredBy: 'Odpověděla',
  openSession: 'Zobrazit relaci',
  shownOf: 'Prvních {shown} z {total}; soubor má všechny.',
  number: 'Číslo',
  parts: '{count, plural, one {# část} few {# části} many {# části} other {# částí}}',
  account: 'Účet',
  device: 'Zařízení',
  source: 'Ohlásil',
  origin: 'Změnil',
  folder: 'Složka',
  hex: 'Šestnáctkově',
  decoded: 'Dekódováno',
  copyHex: 'Kopírovat šestnáctkově',
  saveFile: 'Uložit jako soubor',
  octets: '{count, plural, one {# oktet} few {# oktety} many {# oktetu} other {# oktetů}}',
  octetsAt: 'Oktety {from} až {to}',
  after: '{time} po předchozím kroku',
  total: 'celkem {time}',
  due: 'Termín',
  state: 'Stav',
  gone: 'Taková stopa není',
  goneHint: 'Mohla už vypršet: historie se uchovává tolik dní, kolik říká nastavení.',
};

export const traceSteps: Translated<typeof traceStepsSource> = {
  change: 'Změna: {folder}; ohlásil {source}',
  'change-by': 'Změna: {folder}; změnil {origin}, ohlásil {source}',
  manual: 'Na ruční žádost',
  planned:
    '{count, plural, =0 {Jedno upozornění} one {# změna v jednom upozornění} few {# změny v jednom upozornění} many {# změny v jednom upozornění} other {# změn v jednom upozornění}}: {folders}',
  waiting: '{reason}',
  suppressed: 'Bez upozornění. {reason}',
  expired: 'Vzdáno. {reason}',
  failed: 'Selhalo. {reason}',
  'sms-none': 'Bez SMS',
  'sms-queued':
    '{parts, plural, one {# část} few {# části} many {# části} other {# částí}} ve frontě',
  'sms-retrying':
    'Zatím nepřijato; dosud {attempts, plural, one {# pokus} few {# pokusy} many {# pokusu} other {# pokusů}}',
  'sms-sent':
    'Přijala „{gateway}“, {parts, plural, one {# část} few {# části} many {# části} other {# částí}}',
  'sms-failed':
    'Vzdáno po {attempts, plural, one {# pokusu} few {# pokusech} many {# pokusu} other {# pokusech}}',
  'sms-superseded': 'Nahradilo ho novější upozornění',
  'sms-expired': 'Vzdáno: příliš stará',
  'sms-uncertain': 'Předání bylo přerušeno: není známo, zda odešla',
  delivered: 'Potvrdila síť',
  'delivered-not-yet': 'Bez potvrzení sítě',
  answered: 'Telefon zahájil relaci',
  'answered-not-yet': 'Bez relace telefonu',
  'session-running': 'Relace probíhá',
  'session-done': 'Synchronizováno: ze zařízení {received}, do zařízení {sent}',
  'session-suspended': 'Telefon relaci přerušil',
  'session-failed': 'Relace neskončila dobře. {reason}',
};

export const traceBytes: Translated<typeof traceBytesSource> = {
  'sms-submit': 'SMS-SUBMIT',
  'wsp-push': 'WSP push',
  san: 'Upozornění (SAN)',
};
