import type { GuideArea } from '../types.ts';

export const owner: GuideArea<'owner'> = {
  'message.title': 'Otevřete zprávu',
  'message.body':
    'Přijde zpráva s nastavením, obvykle do minuty.\nOtevřete ji tlačítkem [[phone:Zobrazit]]. Některé telefony ji uloží mezi přijaté zprávy.',
  'pin.title': 'Zadejte PIN',
  'pin.body':
    'Zadejte PIN, který sdělí správce (počet číslic: {pinDigits}).\nStiskněte [[phone:OK]]. Objeví se nastavení.\nPo třech chybných pokusech telefon zprávu zahodí: požádejte správce, aby ji poslal znovu.',
  'pin-mail.title': 'Zadejte PIN',
  'pin-mail.body':
    'Podívejte se do schránky {user}: v jednom e-mailu je PIN (počet číslic: {pinDigits}). Zadejte ho.\nStiskněte [[phone:OK]]. Objeví se nastavení.\nPo třech chybných pokusech telefon zprávu zahodí: požádejte správce, aby ji poslal znovu.',
  'save.title': 'Prohlédněte nastavení a uložte je',
  'save.body':
    'Telefon ukáže název {profile} a adresu serveru. Když znějí jinak, neukládejte je a zeptejte se správce.\nStiskněte [[phone:Uložit]].\nKdyž se telefon zeptá, zda má tato nastavení používat jako výchozí, odpovězte [[phone:Ano]].',
  'certificate.title': 'Označte server za důvěryhodný',
  'certificate.body':
    'V prohlížeči telefonu otevřete {certificateUrl}.\nPorovnejte otisk, který telefon ukazuje, s otiskem, který má správce.\nNainstalujte certifikát jako certifikát autority (CA). Bez něj se telefon k serveru nepřipojí.',
  'link.title': 'Otevřete odkaz',
  'link.body':
    'Otevřete v telefonu zprávu nebo e-mail a klepněte na odkaz. Nebo fotoaparátem naskenujte QR kód z obrazovky správce.\nObjeví se stránka s nastavením tohoto telefonu.',
  'page.title': 'Kopírujte hodnoty',
  'page.body':
    'Klepněte na hodnotu: celá se označí. Zvolte [[phone:Kopírovat]].\nV dalších krocích ji vložte do pole stejného názvu. Stránku zatím nezavírejte.',
  'requests.title': 'Dovolte serveru začínat',
  'requests.body':
    'V nastavení klienta hledejte žádosti serveru; říká se jim také push, upozornění serveru nebo spouštění přes SMS.\nPovolte je bez dotazu pokaždé.\nKlient, který takové nastavení nemá, se synchronizuje ručně nebo podle vlastních hodin. Řekněte to správci, který pak push pro toto zařízení vypne.',
  'requests-why':
    'Bez těchto dvou nastavení se telefon ptá majitele při každé změně, nebo vůbec nereaguje.',
};
