import type { GuideArea } from '../types.ts';

export const ios: GuideArea<'ios'> = {
  title: 'Nastavení iPhonu nebo iPadu',
  summary: 'Profil přinese do zařízení poštu, kalendáře a kontakty. Trvá to pět minut.',
  needs:
    'Zařízení má přístup k internetu.\nMajitel zná heslo ke schránce {user}.\nMajitel zná kód, kterým se zařízení odemyká.',
  'certificate.title': 'Označte server za důvěryhodný',
  'certificate.body':
    'V Safari otevřete {certificateUrl} a povolte stažení.\nOtevřete [[phone:Nastavení]] a klepněte na [[phone:Profil stažen]]. Otisk pod [[phone:Další podrobnosti]] porovnejte s otiskem, který má správce.\nKlepněte na [[phone:Instalovat]].\nOtevřete [[phone:Nastavení]] → [[phone:Obecné]] → [[phone:Informace]] → [[phone:Nastavení důvěryhodnosti certifikátů]] a certifikát zapněte.',
  'link.title': 'Stáhněte profil',
  'link.body':
    'Odkaz ze zprávy nebo e-mailu otevřete v Safari. Nebo fotoaparátem naskenujte QR kód z obrazovky správce.\nStránka říká, co profil obsahuje. Stiskněte tlačítko, které ho stáhne.\nKdyž se zařízení zeptá, zda smí stránka stáhnout profil, klepněte na [[phone:Povolit]].',
  'downloaded.title': 'Otevřete profil',
  'downloaded.body':
    'Otevřete [[phone:Nastavení]].\nNahoře klepněte na [[phone:Profil stažen]]. Profil, který se do osmi minut nenainstaluje, zmizí; pak ho stáhněte znovu.',
  'install.title': 'Nainstalujte ho',
  'install.body':
    'Podívejte se na odesílatele: musí to být {organisation}.\nVpravo nahoře klepněte na [[phone:Instalovat]] a zadejte kód zařízení.\nKlepněte ještě jednou na [[phone:Instalovat]].',
  'password.title': 'Zadejte heslo',
  'password.body':
    'Zařízení se zeptá na heslo pro {user}, jednou pro každý druh dat. Zadejte heslo ke schránce.\nKlepněte na [[phone:Další]], na konci na [[phone:Hotovo]].',
  'look.title': 'Podívejte se do aplikací',
  'look.body':
    'Otevřete kalendář, kontakty a poštu. Co je na serveru, se během několika minut objeví.',
  'no-push':
    'Tato zařízení se přes SMS neprobouzejí: ptají se sama, tak často, jak říká nastavení jejich účtů.',
  'trouble.1':
    'Profil je označen jako neověřený: server si certifikát vytvořil sám. Profil přesto funguje; je jen třeba věřit jeho odesílateli.',
  'trouble.2':
    'Odkaz už nefunguje: byl otevřen v jiném prohlížeči, nebo vypršel. Požádejte správce o nový.',
  'trouble.3':
    'Profil má zase zmizet: otevřete [[phone:Nastavení]] → [[phone:Obecné]] → [[phone:VPN a správa zařízení]], vyberte ho a klepněte na [[phone:Smazat profil]]. S ním zmizí i to, co přinesl.',
};
