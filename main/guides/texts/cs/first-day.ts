import type { GuideArea } from '../types.ts';

export const firstDay: GuideArea<'first-day'> = {
  title: 'První den správce',
  summary: 'Od nové instalace k telefonu, který se při změně probudí. Trvá to půl hodiny.',
  intro:
    'Pushdesk si všímá změn ve schránkách, adresářích a kalendářích, budí telefony přes SMS a je serverem, se kterým se pak synchronizují.',
  needs:
    'Adresa, na které telefony tento počítač zvenku najdou, s portem.\nCesta ven pro SMS: poskytovatel, modem se SIM kartou, spojení operátora nebo jiný Pushdesk. Když žádná není, zastoupí ji simulátor.\nJeden telefon pro začátek, jeho číslo a e-mailová adresa majitele. Se simulátorem ho zastoupí virtuální telefon.',
  'address.title': 'Nastavte adresu pro telefony',
  'address.body':
    'Zvolte [[nav.settings]] a [[settings.section.devices]].\nDo pole [[settings.devices.host]] zadejte, na které adrese tohoto počítače se naslouchá; 127.0.0.1 je dosažitelná jen z něj samého.\nZapněte [[settings.devices.tls]], když telefony přicházejí přes internet.\nAdresu, přes kterou přicházejí, zadejte do pole [[settings.devices.public-url]], i s portem.\nStiskněte [[common.save]]. Nahoře stojí, co se zadává do telefonu.',
  'gateway.title': 'Přidejte cestu ven pro SMS',
  'gateway.body': 'Zvolte [[nav.sms]] a stiskněte [[sms.add]].\nZbytek ukazuje návod „Brány SMS“.',
  'account.title': 'Přidejte účet',
  'account.body':
    'Zvolte [[nav.accounts]] a stiskněte [[accounts.add]].\nÚčet jsou data jednoho člověka, pojmenovaná e-mailovou adresou. Heslo, které mu dáte, se zadává do telefonu.',
  'device.title': 'Přidejte zařízení',
  'device.body':
    'Zvolte [[nav.devices]] a stiskněte [[devices.add]].\nVyberte osobu a typ klienta a zadejte číslo.',
  'set-up.title': 'Nastavte telefon',
  'set-up.body':
    'Otevřete zařízení a zvolte kartu [[provisioningPage.tab]].\nOdtud se nastavení posílá přes SMS, nebo se vytvoří odkaz pro majitele.\n[[provisioningPage.guide]] otevře návod k tomuto telefonu: jmenuje každou klávesu, kterou majitel stiskne.',
  'changes.title': 'Hlaste změny do Pushdesku',
  'changes.body':
    'Zvolte [[nav.push]] a [[push.tab.connect]].\nPřipojte poštovní server jedním z uvedených způsobů. Příklady mají porty této instalace a lze je zkopírovat, jak jsou.\nCo při synchronizaci změní telefony, se pozná i bez toho.',
  'push.title': 'Zapněte push',
  'push.body': 'Zvolte [[nav.push]].\nZapněte [[push.engine.switch]].',
  'watch.title': 'Sledujte první upozornění',
  'watch.body':
    'Něco v účtu změňte, nebo o to někoho požádejte.\nZvolte [[nav.log]]. Změna se objeví hned; po {mergeSeconds} s, ve kterých se k ní přidají další, odejde upozornění přes SMS. Pak následuje relace telefonu.\nSlovo vedle řádku, které vede ke stopě, ukáže všechno v jedné řadě.',
  'backup.title': 'Udělejte první zálohu',
  'backup.body':
    'Zvolte [[nav.settings]] a [[settings.section.backup]].\nStiskněte [[settings.backup.button]]. Pushdesk také sám zálohuje každý den a nechává posledních 14 záloh. Občas je zkopírujte na jiný počítač.',
  'trouble.1': 'Telefon se neprobouzí: návod „Když se telefon neprobouzí“ jde podél celého řetězu.',
  'trouble.2':
    'Telefon server nenajde: otevřete jeho adresu v prohlížeči telefonu. Objeví se stránka, která říká, k čemu adresa je; když ne, je cesta tam zavřená.',
};
