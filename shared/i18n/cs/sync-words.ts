import type {
  certificateModes as certificateModesSource,
  conflictPolicies as conflictPoliciesSource,
  sessionReasons as sessionReasonsSource,
  sessionStates as sessionStatesSource,
  syncModes as syncModesSource,
  versionReasons as versionReasonsSource,
} from '../en/sync-words.ts';
import type { Translated } from '../types.ts';

export const sessionStates: Translated<typeof sessionStatesSource> = {
  running: 'probíhá',
  done: 'hotová',
  failed: 'neúspěšná',
  broken: 'přerušená',
  suspended: 'pozastavená',
  refused: 'odmítnutá',
};

export const sessionReasons: Translated<typeof sessionReasonsSource> = {
  'wrong-password': 'Heslo bylo chybné.',
  'no-password': 'Účet nemá heslo pro zařízení; nastavte ho na stránce účtu.',
  'unknown-account': 'Účet tohoto jména neexistuje.',
  'device-blocked': 'Tento klient je zablokován.',
  'not-paired': 'Tento klient ještě není přiřazen k žádnému zařízení.',
  'sync-off': 'Synchronizace je vypnutá.',
  'client-gone': 'Klient se nevrátil. Další relace bude pokračovat odtud.',
  replaced: 'Klient začal novou relaci dříve, než tato skončila.',
  'aborted-by-client': 'Klient ukončil relaci sám.',
  'folder-unknown': 'Klient požádal o složku, která neexistuje.',
  'folder-refused': 'Účet nesmí používat složku, o kterou klient požádal.',
  'items-failed': 'Některé položky se nepodařilo převzít; viz níže.',
  'storage-full': 'Disk je plný: nic nebylo převzato.',
  'server-fault': 'Chyba serveru; více v protokolu.',
  'server-stopped': 'Server byl mezitím zastaven. Další relace bude pokračovat odtud.',
  'bad-message': 'Klient poslal něco, co není zpráva SyncML.',
};

export const syncModes: Translated<typeof syncModesSource> = {
  'two-way': 'změny, oběma směry',
  slow: 'porovnáno vše',
  'one-way-from-client': 'změny ze zařízení',
  'refresh-from-client': 'nahrazeno daty zařízení',
  'one-way-from-server': 'změny ze serveru',
  'refresh-from-server': 'nahrazeno daty serveru',
};

export const versionReasons: Translated<typeof versionReasonsSource> = {
  created: 'vytvořeno',
  changed: 'změněno',
  merged: 'sloučeno z obou stran',
  conflict: 'prohrála konflikt',
  deleted: 'smazáno',
  restored: 'obnoveno',
};

export const conflictPolicies: Translated<typeof conflictPoliciesSource> = {
  newer: 'Vyhrává novější verze',
  server: 'Vyhrává server',
  client: 'Vyhrává zařízení',
  both: 'Ponechat obě',
};

export const certificateModes: Translated<typeof certificateModesSource> = {
  'self-made': 'Vytvořený Pushdeskem',
  file: 'Ze souborů',
  acme: 'Přes ACME (Let’s Encrypt a jiné)',
};
