import type { GuideArea } from '../types.ts';

export const numberMismatch: GuideArea<'number-mismatch'> = {
  title: 'Když jsou dva telefony zaměněny',
  summary:
    'Telefon odpovídá na upozornění jiného. Jak se to pozná a jak se to za pět minut napraví.',
  intro:
    'Stává se to jen v účtu s více zařízeními: při zadávání se prohodila dvě čísla, nebo byl telefon přiřazen k nesprávnému zařízení. Jeden telefon pak budí změny, které sám udělal, a druhý se neprobudí.',
  'see.title': 'Zjistěte, která zařízení to jsou',
  'see.body':
    'Otevřete zařízení, u kterého stojí [[devices.word.number-mismatch]], a zvolte kartu [[devices.client.title]]. Poznámka nahoře jmenuje obě zařízení.',
  'swap.title': 'Nejdřív porovnejte čísla',
  'swap.body':
    'Zvolte kartu [[devices.panel.settings]] jednoho z nich a porovnejte [[devices.settings.number]] s telefonem v ruce.\nKdyž je chybné, zadejte správné a stiskněte [[common.save]].\nTotéž udělejte u druhého zařízení. Dvě zařízení nemohou mít zároveň totéž číslo: nejdřív jedno pole vyprázdněte.',
  'clients.title': 'Když jsou čísla správně: prohoďte klienty',
  'clients.body':
    'Zvolte kartu [[devices.client.title]] jednoho z nich.\nStiskněte [[devices.mismatch.swap]] v poznámce nahoře a potvrďte. Žádná data se nemění.',
  'test.title': 'Přesvědčte se',
  'test.body':
    'Zvolte kartu [[devices.client.title]] nejdřív jednoho, pak druhého zařízení.\nStiskněte [[devices.test.start]]. Každé musí odpovědět na vlastní upozornění. Poznámka pak zmizí.',
  'last.title': 'Když to zůstává nejasné, začněte znovu',
  'last.body':
    'Stiskněte [[devices.clear.action]] u obou zařízení. Nic se nesmaže.\nRučně synchronizujte první telefon. Čeká pod „Čekající“: přiřaďte ho k jeho zařízení.\nPak totéž udělejte s druhým.',
};
