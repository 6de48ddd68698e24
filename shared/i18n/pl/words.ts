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
  working: 'działa',
  waiting: 'czeka',
  attention: 'wymaga uwagi',
  failed: 'błąd',
  off: 'wyłączone',
  paused: 'wstrzymane',
};

export const dataTypes: Translated<typeof dataTypesSource> = {
  contacts: 'kontakty',
  calendar: 'kalendarz',
  tasks: 'zadania',
  notes: 'notatki',
  inbox: 'poczta',
  briefcase: 'pliki',
};

export const syncTypes: Translated<typeof syncTypesSource> = {
  'two-way': 'w obie strony',
  'one-way-from-client': 'z urządzenia',
  'refresh-from-client': 'zastąp danymi urządzenia',
  'one-way-from-server': 'z serwera',
  'refresh-from-server': 'zastąp danymi serwera',
};

export const alertStates: Translated<typeof alertStatesSource> = {
  planned: 'zaplanowane',
  queued: 'w kolejce',
  sent: 'wysłane',
  delivered: 'doręczone',
  answered: 'z odpowiedzią',
  expired: 'przedawnione',
  failed: 'nieudane',
  suppressed: 'niewysłane',
};

export const messageStates: Translated<typeof messageStatesSource> = {
  queued: 'w kolejce',
  sending: 'wysyłany',
  sent: 'wysłany',
  delivered: 'doręczony',
  failed: 'nieudany',
  expired: 'przedawniony',
  uncertain: 'niepewny',
  paused: 'wstrzymany',
  dropped: 'usunięty z kolejki',
};

export const outcomes: Translated<typeof outcomesSource> = {
  'under-way': 'w toku',
  accepted: 'przyjęty',
  refused: 'odrzucony',
  unreachable: 'bramka nieosiągalna',
  uncertain: 'niepewny',
};

export const channels: Translated<typeof channelsSource> = {
  sms: 'SMS',
  'server-tcp': 'TCP, otwierany przez serwer',
  'client-tcp': 'TCP, otwierany przez urządzenie',
  polling: 'odpytywanie',
  activesync: 'ActiveSync',
};

export const changeSources: Translated<typeof changeSourcesSource> = {
  api: 'API',
  udp: 'UDP',
  webhook: 'webhook',
  dovecot: 'Dovecot',
  imap: 'IMAP',
  session: 'sesja',
  console: 'konsola',
};

export const clientTypes: Translated<typeof clientTypesSource> = {
  nokia: 'Nokia',
  'nokia-old': 'Nokia (do 2004)',
  'sony-ericsson': 'Sony Ericsson',
  'sony-ericsson-old': 'Sony Ericsson (do 2004)',
  synthesis: 'Synthesis',
  funambol: 'Funambol',
  memotoo: 'Memotoo',
  ios: 'iPhone, iPad',
  android: 'Android',
  other: 'Inny klient SyncML',
};

export const logLevels: Translated<typeof logLevelsSource> = {
  debug: 'Diagnostyka',
  info: 'Informacja',
  warn: 'Ostrzeżenie',
  error: 'Błąd',
};

export const logAreas: Translated<typeof logAreasSource> = {
  changes: 'Zmiany',
  push: 'Push',
  sms: 'SMS',
  sync: 'Synchronizacja',
  provisioning: 'Konfiguracja telefonów',
  phones: 'Telefony',
  api: 'API',
  system: 'System',
};

export const listeners: Translated<typeof listenersSource> = {
  'changes-udp': 'Odbiornik zmian (UDP)',
  'devices-http': 'Odbiornik telefonów i webhooków (HTTP)',
  'devices-https': 'Nasłuch dla telefonów (HTTPS)',
  'console-http': 'Konsola (HTTP)',
};
