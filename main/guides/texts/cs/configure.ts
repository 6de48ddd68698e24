import type { GuideArea } from '../types.ts';

export const configure: GuideArea<'configure'> = {
  'sms.title': 'Otevřete odeslání nastavení',
  'sms.body':
    'Zvolte kartu [[provisioningPage.tab]] zařízení.\nStiskněte [[provisioningPage.send]]. Když tlačítko stisknout nejde, důvod stojí vedle něj.',
  'sms-send.title': 'Zkontrolujte a odešlete',
  'sms-send.body':
    'Okno ukazuje, co telefon zobrazí, v kolika částech SMS odejde a co stojí.\nStiskněte jednou [[provisioningPage.dialog.send]]. Níže je krok za krokem vidět, kde nastavení je.',
  'pin-told.title': 'Sdělte majiteli PIN',
  'pin-told.body':
    'Stiskněte [[provisioningPage.pin.show]]. Když se má PIN nadiktovat, ptá se totéž tlačítko nejdřív, zda je majitel na telefonu.\nNadiktujte číslice (jejich počet: {pinDigits}). V SMS nejsou a zobrazit je lze 24 hodin.',
  'pin-mail':
    'Telefon se zeptá na PIN (počet číslic: {pinDigits}). PIN přijde sám do schránky {user} a v konzoli se nezobrazí.',
  'servers.title': 'Určete, co mají tyto telefony používat',
  'servers.body':
    'Jednou pro všechny telefony: zvolte [[nav.settings]] a [[settings.section.provisioning]].\nZapněte [[settings.provisioning.incoming]] a [[settings.provisioning.outgoing]] a zadejte poštovní servery.\nAdresy serveru pro kalendáře a kontakty zadejte do polí [[settings.provisioning.caldav]] a [[settings.provisioning.carddav]]. Co zůstane prázdné, se nenastavuje.\nStiskněte [[common.save]].',
  'link.title': 'Otevřete odeslání odkazu',
  'link.body':
    'Zvolte [[nav.devices]], otevřete zařízení a zvolte kartu [[provisioningPage.tab]].\nStiskněte [[provisioningPage.link]].',
  'link-send.title': 'Předejte odkaz majiteli',
  'link-send.body':
    'V poli [[provisioningPage.link.how]] vyberte cestu: přes SMS, poštou, nebo zde na obrazovce ke zkopírování či naskenování.\nStiskněte tlačítko pod tím. Odkaz je osobní a platí {linkHours} h. Jeho adresa je vidět jen teď.',
  'link-once':
    'Odkaz funguje v prvním prohlížeči, který ho otevře, a v žádném jiném. Když byl otevřen na nesprávném zařízení, vytvořte nový.',
  'values.title': 'Předejte hodnoty',
  'values.body':
    'Tento klient nepřijímá nastavení přes SMS. Zvolte kartu [[provisioningPage.tab]] zařízení.\nStiskněte [[provisioningPage.print]] a dejte vytištěný návod majiteli.\nNebo stiskněte [[provisioningPage.link]]: vede na stránku, ze které lze každou hodnotu zkopírovat.',
  'no-secret': 'Heslo není v žádné SMS, v žádném odkazu ani v návodu. Do telefonu ho zadá majitel.',
};
