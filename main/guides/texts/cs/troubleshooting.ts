import type { GuideArea } from '../types.ts';

export const troubleshooting: GuideArea<'troubleshooting'> = {
  title: 'Když se telefon neprobouzí',
  summary: 'Řetěz od změny k odpovědi telefonu, článek po článku, až k tomu, který nedrží.',
  intro:
    'Každý článek potřebuje ten předchozí. Konzole jde podél řetězu sama a zastaví se u prvního článku, který nedrží; kroky po prvním ukazují totéž ručně.',
  'check.title': 'Nechte zkontrolovat konzoli',
  'check.body':
    'Otevřete zařízení a zvolte kartu [[troubleshooter.tab]].\nPřečtěte první řádek, který není v pořádku: říká, co se našlo a co dělat, a má na to tlačítko.\nUdělejte to a stiskněte [[troubleshooter.again]].',
  'may.title': 'Smí se účet synchronizovat?',
  'may.body':
    'Zvolte [[nav.settings]] a [[settings.section.sync]]. Položka [[settings.sync.active]] musí být zapnutá.\nÚčet potřebuje heslo pro zařízení; zda je nastaveno, říká jeho karta „Data“.',
  'manual.title': 'Proběhla ruční synchronizace?',
  'manual.body':
    'Zvolte kartu [[devices.panel.sessions]] zařízení. Bez jedné dobré relace server telefon nezná.\nSynchronizujte telefon ručně a přečtěte, co říká jeho relace.',
  'gateway.title': 'Posílá brána?',
  'gateway.body':
    'Zvolte [[nav.sms]] a otevřete bránu.\nNa kartě [[sms.panel.test]] zadejte číslo telefonu a stiskněte [[sms.test.button]].',
  'push.title': 'Je push zapnutý?',
  'push.body':
    'Zvolte [[nav.push]]. Přepínač [[push.engine.switch]] musí být zapnutý.\nZařízení nesmí být pozastavené ani mít tiché hodiny: jeho panel to říká nahoře.',
  'change.title': 'Všiml si někdo změny?',
  'change.body':
    'Zvolte [[nav.push]] a [[push.tab.changes]].\nKdyž změna v seznamu není, nikdo ji nenahlásil: podívejte se na [[push.tab.connect]]. Vlastní změny telefon neprobouzejí.',
  'names.title': 'Shodují se názvy?',
  'names.body':
    'Zvolte kartu [[devices.panel.folders]] zařízení. Složka musí být zaškrtnutá.\nJejí název musí znít přesně jako v telefonu: **Contacts** a **contacts** jsou dvě různé složky.',
  'delivered.title': 'Bylo upozornění doručeno?',
  'delivered.body':
    'Zvolte kartu [[devices.panel.alerts]] zařízení.\nU každého upozornění je vidět, jak daleko došlo; jeho stopa ukazuje, kde se zastavilo.',
  'answered.title': 'Zná telefon server?',
  'answered.body':
    'Telefon zahazuje upozornění serveru, který nezná. Zvolte [[nav.push]] a [[push.tab.settings]].\nPorovnejte [[push.settings.server-id]], zde **{serverId}**, s profilem v telefonu: na velikosti písmen záleží. Nejjistější je poslat nastavení znovu.',
  'requests.title': 'Prohlédněte telefon',
  'requests.body':
    'Telefon je zapnutý a má přístup k internetu a heslo je v profilu uložené.\nV nastavení připojení profilu mají [[phone:Povolit žádosti o synchronizaci]] a [[phone:Přijmout všechny žádosti]] hodnotu [[phone:Ano]]. Jiní klienti mají podobné nastavení.',
  log: 'Záznam popisuje každý krok větou. Vyfiltrujte ho podle zařízení a jeho řádky přiložte k dotazu.',
};
