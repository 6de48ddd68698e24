import type { GuideArea } from '../types.ts';

export const device: GuideArea<'device'> = {
  'add.title': 'Otevřete zařízení',
  'add.body': 'Vlevo zvolte [[nav.devices]].\nStiskněte [[devices.add]].',
  'create.title': 'Přidejte zařízení',
  'create.body':
    'V poli [[devices.create.account]] vyberte osobu.\nDo pole [[devices.settings.name]] zadejte název telefonu.\nV poli [[devices.create.client]] vyberte **{clientType}**.\nDo pole [[devices.settings.number]] zadejte číslo jeho SIM karty s předvolbou země.\nStiskněte [[devices.create.button]]. Když konzole nabídne, že se telefon hned nastaví, odložte to.',
  'create-plain.title': 'Přidejte zařízení',
  'create-plain.body':
    'V poli [[devices.create.account]] vyberte osobu.\nDo pole [[devices.settings.name]] zadejte název zařízení.\nV poli [[devices.create.client]] vyberte **{clientType}**.\nČíslo v poli [[devices.settings.number]] je potřeba jen tehdy, když má odkaz jít přes SMS.\nStiskněte [[devices.create.button]]. Když konzole nabídne, že se telefon hned nastaví, odložte to.',
  'folders.title': 'Zaškrtněte složky',
  'folders.body':
    'Otevřete zařízení v seznamu a zvolte kartu [[devices.panel.folders]].\nZaškrtněte, co má být v telefonu.\nNázvy nechte, jak jsou. Změněný název musí v telefonu znít úplně stejně: na velikosti písmen záleží.',
};
