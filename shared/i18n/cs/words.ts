import type {
  alertStates as alertStatesSource,
  changeSources as changeSourcesSource,
  channels as channelsSource,
  clientTypes as clientTypesSource,
  dataTypes as dataTypesSource,
  listeners as listenersSource,
  logAreas as logAreasSource,
  logLevels as logLevelsSource,
  messageStates as messageStatesSource,
  outcomes as outcomesSource,
  states as statesSource,
  syncTypes as syncTypesSource,
} from '../en/words.ts';
import type { Translated } from '../types.ts';

export const states: Translated<typeof statesSource> = {
  working: 'funguje',
  waiting: 'čeká',
  attention: 'vyžaduje pozornost',
  failed: 'selhalo',
  off: 'vypnuto',
  paused: 'pozastaveno',
};

export const dataTypes: Translated<typeof dataTypesSource> = {
  contacts: 'kontakty',
  calendar: 'kalendář',
  tasks: 'úkoly',
  notes: 'poznámky',
  inbox: 'pošta',
  briefcase: 'soubory',
};

export const syncTypes: Translated<typeof syncTypesSource> = {
  'two-way': 'obousměrně',
  'one-way-from-client': 'ze zařízení',
  'refresh-from-client': 'nahradit daty zařízení',
  'one-way-from-server': 'ze serveru',
  'refresh-from-server': 'nahradit daty serveru',
};

export const alertStates: Translated<typeof alertStatesSource> = {
  planned: 'naplánováno',
  queued: 've frontě',
  sent: 'odesláno',
  delivered: 'doručeno',
  answered: 'zodpovězeno',
  expired: 'propadlo',
  failed: 'selhalo',
  suppressed: 'neodesláno',
};

export const messageStates: Translated<typeof messageStatesSource> = {
  queued: 've frontě',
  sending: 'odesílá se',
  sent: 'odeslána',
  delivered: 'doručena',
  failed: 'selhala',
  expired: 'propadla',
  uncertain: 'nejistá',
  paused: 'pozastavená',
  dropped: 'vyřazená',
};

export const outcomes: Translated<typeof outcomesSource> = {
  'under-way': 'probíhá',
  accepted: 'přijato',
  refused: 'odmítnuto',
  unreachable: 'nedostupná',
  uncertain: 'nejisté',
};

export const channels: Translated<typeof channelsSource> = {
  sms: 'SMS',
  'server-tcp': 'TCP, otevírá server',
  'client-tcp': 'TCP, otevírá zařízení',
  polling: 'dotazování',
  activesync: 'ActiveSync',
};

export const changeSources: Translated<typeof changeSourcesSource> = {
  api: 'API',
  udp: 'UDP',
  webhook: 'webhook',
  dovecot: 'Dovecot',
  imap: 'IMAP',
  session: 'relace',
  console: 'konzole',
};

export const clientTypes: Translated<typeof clientTypesSource> = {
  nokia: 'Nokia',
  'nokia-old': 'Nokia (do roku 2004)',
  'sony-ericsson': 'Sony Ericsson',
  'sony-ericsson-old': 'Sony Ericsson (do roku 2004)',
  synthesis: 'Synthesis',
  funambol: 'Funambol',
  memotoo: 'Memotoo',
  ios: 'iPhone, iPad',
  android: 'Android',
  other: 'Jiný klient SyncML',
};

export const logLevels: Translated<typeof logLevelsSource> = {
  debug: 'Ladění',
  info: 'Informace',
  warn: 'Varování',
  error: 'Chyba',
};

export const logAreas: Translated<typeof logAreasSource> = {
  changes: 'Změny',
  push: 'Push',
  sms: 'SMS',
  sync: 'Synchronizace',
  provisioning: 'Nastavení telefonů',
  phones: 'Telefony',
  api: 'API',
  system: 'Systém',
};

export const listeners: Translated<typeof listenersSource> = {
  'changes-udp': 'Příjem změn (UDP)',
  'devices-http': 'Příjem telefonů a webhooků (HTTP)',
  'devices-https': 'Naslouchání pro telefony (HTTPS)',
  'console-http': 'Konzole (HTTP)',
};
