import type { GuideArea } from '../types.ts';

export const gateways: GuideArea<'gateways'> = {
  title: 'Brány SMS',
  summary:
    'Kudy upozornění odcházejí: přes poskytovatele po HTTP, nebo přes simulátor. Trvá to deset minut.',
  intro:
    'Upozornění je binární SMS. Pushdesk ji předá bráně: čemukoli, co po zavolání webové adresy pošle SMS. Více bran se navzájem zastupuje.',
  'add.title': 'Vyberte druh brány',
  'add.body':
    'Vlevo zvolte [[nav.sms]] a stiskněte [[sms.add]].\nPro poskytovatele zvolte [[sms.kind.http]]. Na zkoušku zvolte [[sms.kind.simulator]].',
  'http.title': 'Popište, jak se poskytovatel volá',
  'http.body':
    'V poli [[sms.form.preset]] vyberte poskytovatele, nebo prázdnou šablonu.\nZkontrolujte adresu v poli [[sms.form.url]]. Slova mezi znaky procent se doplňují pro každou zprávu; níže je na příkladu vidět, co by se zavolalo.\nVyplňte [[sms.form.user]], [[sms.form.password]] a [[sms.form.sender]], jak je dal poskytovatel.\nStiskněte [[sms.form.create]].',
  binary:
    'Poskytovatel musí beze změny posílat binární SMS s hlavičkou uživatelských dat (UDH). Služba jen pro text upozornění nepřenese.',
  'simulator.title': 'Nebo použijte simulátor',
  'simulator.body':
    'Simulátor doručuje virtuálním telefonům uvnitř Pushdesku: přijímají SMS s nastavením, probouzejí se na upozornění a opravdu se synchronizují. Nic neopustí tento počítač a nic nestojí.\nZvolte místo toho [[sms.kind.simulator]]. Skutečné telefony přes něj nic nedostanou.',
  'order.title': 'Určete pořadí více bran',
  'order.body':
    'Každá brána má prioritu; nejnižší číslo jde první. Brána, která selže, se po čase sama zkouší znovu a její zprávy zatím převezme další.',
  'test.title': 'Vyzkoušejte ji',
  'test.body':
    'Otevřete bránu a zvolte kartu [[sms.panel.test]].\nDo pole [[sms.test.number]] zadejte číslo. Když zůstane prázdné, ověří se jen cesta k poskytovateli.\nStiskněte [[sms.test.button]]. Níže stojí, co se zavolalo a co druhá strana odpověděla.',
  'trouble.1': 'Brána zprávy odmítá: odpověď poskytovatele stojí v seznamu bran a v záznamu.',
  'trouble.2':
    'Zprávy se přijímají, ale žádný telefon se neprobudí: zeptejte se poskytovatele, zda binární SMS s hlavičkou uživatelských dat odcházejí beze změny.',
  'trouble.3':
    'Zprávy čekají: [[sms.tab.messages]] ukazují každou z nich, s pokusy a s časem dalšího.',
};
