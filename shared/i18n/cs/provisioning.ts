import type * as source from '../en/provisioning.ts';
import type { Translated } from '../types.ts';

export const provisioningReasons: Translated<typeof source.provisioningReasons> = {
  'no-ota-format':
    'Tento klient nemá formát pro nastavení přes SMS. Použijte odkaz na jeho stránku nebo návod.',
  'uses-profile': 'Tyto telefony přijímají profil nebo stránku, ne SMS. Použijte odkaz.',
  'no-number': 'Chybí telefonní číslo, takže nelze odeslat SMS. Zadejte je.',
  'no-gateway': 'Pro SMS není žádná cesta ven. Přidejte bránu nebo některou zapněte.',
  'no-address':
    'Telefony se k tomuto serveru nedostanou: naslouchá jen na tomto počítači. V nastavení zadejte veřejnou adresu nebo adresu naslouchání pro zařízení.',
  'no-folder': 'Žádná složka není zaškrtnutá, takže není co synchronizovat. Zaškrtněte některou.',
  'no-imsi':
    'Konfigurace se má podepsat číslem karty SIM (IMSI). Zadejte je, nebo v nastavení zvolte jiné zabezpečení.',
  'no-mail':
    'PIN se má poslat e-mailem, ale poštu nelze odeslat. Nastavte poštu, nebo zvolte jiný způsob předání PINu.',
  'too-long': 'Název nebo adresa je delší, než telefony přijímají. Zkraťte je.',
};

export const provisioningFields: Translated<typeof source.provisioningFields> = {
  profile: 'Profil',
  server: 'Server',
  url: 'Adresa',
  user: 'Uživatelské jméno',
  contacts: 'Kontakty',
  calendar: 'Kalendář',
  tasks: 'Úkoly',
  notes: 'Poznámky',
  inbox: 'E-mail',
  briefcase: 'Soubory',
  incoming: 'Příchozí pošta',
  outgoing: 'Odchozí pošta',
  from: 'Odesílatel',
  'access-point': 'Přístupový bod',
  apn: 'Název přístupového bodu (APN)',
};

export const provisioningFormats: Translated<typeof source.provisioningFormats> = {
  'oma-cp': 'OMA Client Provisioning',
  'sync-settings': 'SyncSettings',
  synthesis: 'Příkaz Synthesis',
};

export const configurationStates: Translated<typeof source.configurationStates> = {
  queued: 've frontě',
  sent: 'odesláno',
  delivered: 'doručeno',
  configured: 'nastaveno',
  failed: 'nezdařilo se',
  uncertain: 'nejisté',
};

export const provisioning: Translated<typeof source.provisioning> = {
  pinMail: {
    subject: 'PIN k nastavení telefonu {device}',
    text: 'Nastavení pro {device} je na cestě v SMS. Telefon se zeptá na tento PIN: {pin}. Platí do {until}. Heslo účtu ve zprávě není: zadejte je v telefonu.',
  },
};
