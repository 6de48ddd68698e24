import type { GuideArea } from '../types.ts';

export const gateways: GuideArea<'gateways'> = {
  title: 'Brány SMS',
  summary:
    'Kudy SMS odcházejí: přes poskytovatele, modem, operátora, jiný Pushdesk, nebo přes simulátor. Trvá to deset minut.',
  intro:
    'Upozornění je binární SMS. Pushdesk ji předá bráně, která ji odešle. Více bran se navzájem zastupuje.',
  'add.title': 'Vyberte druh brány',
  'add.body':
    'Vlevo zvolte [[nav.sms]] a stiskněte [[sms.add]].\n[[sms.kind.http]] se hodí většině kanceláří: nic se nepřipojuje a pošle, kolik je třeba.\n[[sms.kind.modem]] se hodí na několik set SMS denně, z vlastní SIM karty kanceláře.\n[[sms.kind.smpp]] se hodí pro velká množství, když operátor nebo poskytovatel takové spojení nabízí.\n[[sms.kind.peer]] se hodí, když sesterská kancelář už má kudy posílat.\nNa zkoušku zvolte [[sms.kind.simulator]].',
  'http.title': 'Popište, jak se poskytovatel volá',
  'http.body':
    'V poli [[sms.form.preset]] vyberte poskytovatele, nebo prázdnou šablonu.\nZkontrolujte adresu v poli [[sms.form.url]]. Slova mezi znaky procent se doplňují pro každou zprávu; níže je na příkladu vidět, co by se zavolalo.\nVyplňte [[sms.form.user]], [[sms.form.password]] a [[sms.form.sender]], jak je dal poskytovatel.\nStiskněte [[sms.form.create]].',
  binary:
    'Poskytovatel musí beze změny posílat binární SMS s hlavičkou uživatelských dat (UDH). Služba jen pro text upozornění nepřenese.',
  'modem.title': 'Nebo připojte modem',
  'modem.body':
    'Vezměte SIM kartu s tarifem na SMS; neomezená data nejsou potřeba. Její PIN vypněte v telefonu, nebo ho mějte po ruce.\nPřipojte modem. Linux zná skoro všechny; Windows a macOS mohou potřebovat ovladač výrobce. Žádný jiný program ho nesmí používat.\nZvolte [[sms.kind.modem]] a port v poli [[gatewaysPage.modem.port]].\nKdyž SIM karta žádá o PIN, zadejte ho do pole [[gatewaysPage.modem.pin]]. Chybný PIN se podruhé nezkouší.',
  'smpp.title': 'Nebo se připojte k operátorovi',
  'smpp.body':
    'Vyžádejte si adresu a port, uživatele a heslo a kolik SMS za sekundu je dovoleno; zeptejte se také, zda binární SMS odcházejí beze změny.\nZvolte [[sms.kind.smpp]] a zadejte, co jste dostali.',
  'peer.title': 'Nebo posílejte přes jiný Pushdesk',
  'peer.body':
    'Jeho správce požádejte o adresu a o uživatele jeho API pro SMS. Co pošlete, platí ta druhá kancelář.\nZvolte [[sms.kind.peer]] a údaje zadejte.',
  'simulator.title': 'Nebo použijte simulátor',
  'simulator.body':
    'Simulátor doručuje virtuálním telefonům uvnitř Pushdesku: přijímají SMS s nastavením, probouzejí se na upozornění a opravdu se synchronizují. Nic neopustí tento počítač a nic nestojí.\nZvolte místo toho [[sms.kind.simulator]]. Skutečné telefony přes něj nic nedostanou.',
  'order.title': 'Určete pořadí více bran',
  'order.body':
    'Každá brána má prioritu; nejnižší číslo jde první. Brána, která selže, se po čase sama zkouší znovu a její zprávy zatím převezme další.\nKdyž některá země nebo účet potřebuje jiné pořadí, zvolte [[sms.tab.routes]].',
  'test.title': 'Vyzkoušejte ji',
  'test.body':
    'Otevřete bránu a zvolte kartu [[sms.panel.test]].\nDo pole [[sms.test.number]] zadejte číslo. Když zůstane prázdné, ověří se jen cesta k poskytovateli.\nStiskněte [[sms.test.button]]. Níže stojí, co se zavolalo a co druhá strana odpověděla.',
  'trouble.1': 'Brána zprávy odmítá: odpověď poskytovatele stojí v seznamu bran a v záznamu.',
  'trouble.2':
    'Zprávy se přijímají, ale žádný telefon se neprobudí: zeptejte se poskytovatele, zda binární SMS s hlavičkou uživatelských dat odcházejí beze změny.',
  'trouble.3':
    'Zprávy čekají: [[sms.tab.messages]] ukazují každou z nich, s pokusy a s časem dalšího.',
};
