import type { GuideArea } from '../types.ts';

export const synthesis: GuideArea<'synthesis'> = {
  title: 'Nastavení klienta Synthesis',
  summary:
    'Klient udržuje kontakty, kalendář, úkoly a poznámky v telefonu a na serveru stejné. Trvá to deset minut.',
  needs:
    'V telefonu je nainstalovaný klient Synthesis SyncML.\nTelefon je zapnutý a má přístup k internetu.\nMajitel zná heslo účtu pro zařízení.',
  'message.title': 'Převezměte nastavení',
  'message.body':
    'Nastavení přijde jako textová zpráva, která začíná na **cmd=**. Nemažte ji.\nKlient, který čte nastavení ze zpráv, se zeptá, zda je má převzít: odpovězte [[phone:Ano]].\nKdyž se nic nezeptá, zadejte v dalším kroku hodnoty z tabulky.',
  'settings.title': 'Zkontrolujte nastavení',
  'settings.body':
    'Otevřete klienta a jeho nastavení.\nAdresa musí být {url}, uživatelské jméno {user}. Co zní jinak, opravte.\nZadejte heslo.',
  'names.title': 'Porovnejte názvy složek',
  'names.body':
    'Postupně otevřete stránku každé složky: kontaktů, událostí, úkolů a poznámek.\nNázev na serveru musí znít přesně jako v tabulce.',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'Spusťte v klientovi synchronizaci.\nPočkejte, až klient řekne, že skončil. Teprve od té chvíle server tento telefon zná.',
  'trouble.1':
    'Klient hlásí 401: uživatelské jméno nebo heslo je chybné. Zadejte obojí znovu; na velikosti písmen záleží.',
  'trouble.2': 'Klient hlásí 404: název některé složky nezní jako v tabulce.',
  'trouble.3':
    'Klient nenachází server: adresu je třeba zadat celou, s https nebo http, portem a cestou.',
};
