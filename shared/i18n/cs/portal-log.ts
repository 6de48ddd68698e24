import type { portalLog as source } from '../en/portal-log.ts';
import type { Translated } from '../types.ts';

export const portalLog: Translated<typeof source> = {
  'mail.sent': 'Zpráva pro {to} je předána',
  'mail.failed': 'Zprávu pro {to} nelze odeslat: {detail}. Vyzkoušejte nastavení pošty',
  'portal.link-made': 'Je vytvořen odkaz k nastavení {device}; končí {until}',
  'portal.link-by-sms': 'Odkaz pro {device} jde na {number} přes SMS',
  'portal.link-by-mail': 'Odkaz pro {device} byl poslán poštou na {to}',
  'portal.link-opened': 'Odkaz {device} byl otevřen z {remote}',
  'portal.link-taken':
    'Odkaz {device} byl natrvalo otevřen z {remote}: funguje jen v tomto prohlížeči',
  'portal.link-closed':
    'Z {remote} byl otevřen odkaz {device}, který je použitý, prošlý nebo odvolaný. Pokud to byl majitel, vytvořte nový',
  'portal.link-revoked': 'Odkaz {device} je odvolán',
  'portal.link-unknown': 'Z {remote} byl otevřen odkaz, který neexistuje',
  'portal.link-guessed':
    '{remote} otevírá jeden neexistující odkaz za druhým a musí čekat: někdo možná hádá',
  'portal.flooded': '{remote} žádá o více stránek, než by chtěl kterýkoli majitel, a musí čekat',
  'portal.profile-fetched': 'Profil pro {device} byl stažen z {remote}',
  'portal.profile-unsigned':
    'Profil pro {device} se vydává bez podpisu, protože není certifikát: {detail}',
  'portal.signed-in': '{account} se přihlašuje na stránce pro majitele z {remote}',
  'portal.signed-out': '{account} se odhlašuje ze stránky pro majitele',
  'portal.sign-in-refused':
    'Někdo se na stránce pro majitele přihlašuje jako {user} z {remote} se špatným heslem, nebo jako někdo, kdo tu není',
  'portal.sign-in-guessed':
    'Přihlášení na stránce pro majitele jako {user} z {remote} se několikrát nepodařilo: další pokusy musí čekat. Někdo možná hádá hesla',
  'portal.mailbox-unreachable':
    '{account} se nemůže přihlásit na stránce pro majitele, protože schránka neodpovídá: {detail}',
  'portal.device-added': '{account} přidává {device} na stránce pro majitele',
  'portal.device-removed': '{account} odebírá {device} na stránce pro majitele',
  'portal.device-paused': '{account} pozastavuje {device} na stránce pro majitele',
  'portal.device-resumed': '{account} znovu spouští {device} na stránce pro majitele',
  'portal.configuration-sent':
    '{account} žádá na stránce pro majitele o konfigurační SMS pro {device}',
  'portal.link-asked': '{account} vytváří na stránce pro majitele odkaz pro {device}',
};
