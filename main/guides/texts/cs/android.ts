import type { GuideArea } from '../types.ts';

export const android: GuideArea<'android'> = {
  title: 'Nastavení telefonu s Androidem',
  summary:
    'Pošta, kalendáře a kontakty se do telefonu dostanou přes aplikace, které si majitel vybere. Trvá to deset minut.',
  needs:
    'Telefon má přístup k internetu.\nMajitel zná heslo ke schránce {user}.\nJe nainstalovaná poštovní aplikace a pro kalendáře a kontakty taková, která umí CalDAV a CardDAV (například DAVx⁵).',
  'account.title': 'Přidejte poštovní účet',
  'account.body':
    'Otevřete poštovní aplikaci a přidejte účet; v mnoha telefonech je to také v [[phone:Nastavení]] → [[phone:Účty]] → [[phone:Přidat účet]].\nZvolte [[phone:Jiný]] nebo [[phone:IMAP]].',
  'fields.title': 'Vyplňte pole poštovního účtu',
  'fields.body':
    'Jako adresu i jako uživatelské jméno zadejte {user}.\nZadejte heslo ke schránce.\nVložte server, port a šifrování pro příchozí a pak pro odchozí poštu, jak je ukazuje stránka.',
  'dav.title': 'Přidejte kalendáře a kontakty',
  'dav.body':
    'Otevřete aplikaci pro CalDAV a CardDAV a přidejte účet s adresou a uživatelským jménem.\nVložte ze stránky adresu kalendářů. Uživatelské jméno je {user}, heslo je heslo ke schránce.\nKdyž mají kontakty jinou adresu, přidejte s ní druhý účet.',
  'choose.title': 'Vyberte, co se synchronizuje',
  'choose.body':
    'V aplikaci zaškrtněte kalendáře a adresáře.\nDovolte aplikaci používat kontakty a kalendář telefonu a běžet na pozadí.',
  'look.title': 'Podívejte se do aplikací',
  'look.body':
    'Otevřete kalendář, kontakty a poštu. Co je na serveru, se během několika minut objeví.',
  'no-push':
    'Tyto telefony se přes SMS neprobouzejí: jejich aplikace se ptají samy, tak často, jak je v nich nastaveno.',
  'trouble.1':
    'Aplikace serveru nedůvěřuje: porovnejte jeho otisk s otiskem, který má správce, a pak ho přijměte. Některé aplikace chtějí mít nejdřív nainstalovaný certifikát autority.',
  'trouble.2':
    'Odkaz už nefunguje: byl otevřen v jiném prohlížeči, nebo vypršel. Požádejte správce o nový.',
  'trouble.3':
    'Neobjevuje se nic nového: telefon šetří baterii na úkor aplikace. Vyjměte ji z úspory baterie.',
};
