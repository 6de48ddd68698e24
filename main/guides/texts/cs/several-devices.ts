import type { GuideArea } from '../types.ts';

export const severalDevices: GuideArea<'several-devices'> = {
  title: 'Více zařízení v jednom účtu',
  summary:
    'Telefon, tablet a počítač mají stejná data a každé zařízení se dozví o změnách těch ostatních.',
  intro:
    'Účet může mít libovolně mnoho zařízení. Změna z jednoho probudí ostatní, a jeho samo ne. K tomu musí server vědět, který telefon je který. Nejjistější je přidávat je po jednom.',
  'add.title': 'Přidejte první zařízení',
  'add.body':
    'Zvolte [[nav.devices]] a stiskněte [[devices.add]].\nDejte zařízení název a jeho vlastní číslo. Druhé zatím nepřidávejte.',
  'first.title': 'Nastavte ho a synchronizujte',
  'first.body':
    'Nastavte telefon a jednou ho ručně synchronizujte.\nZvolte kartu [[devices.client.title]] zařízení. Jmenuje program, který se synchronizoval: tento telefon je už známý.',
  'next.title': 'Pak další',
  'next.body':
    'Stiskněte [[devices.add]] pro druhé zařízení, nastavte ho a ručně synchronizujte.\nTak pokračujte, jedno po druhém. Nový telefon patří k jedinému zařízení, které je ještě volné.',
  'assign.title': 'Když přišla dvě najednou: přiřaďte je',
  'assign.body':
    'Když je volných více zařízení, server nepozná, které přišlo. Telefon čeká pod [[devices.pending.chip]]; synchronizuje se, ale zatím ho nic nebudí.\nStiskněte vedle něj [[devices.pending.assign]] a vyberte zařízení, kterým je.',
  'test.title': 'Přesvědčte se',
  'test.body':
    'Postupně zvolte kartu [[devices.client.title]] každého zařízení.\nStiskněte [[devices.test.start]]. Konzole řekne, zda odpověděl tento telefon, nebo jiný.',
  'trouble.1':
    'Dvě zařízení jsou zaměněna: návod „Když jsou dva telefony zaměněny“ to za pět minut napraví.',
  'trouble.2':
    'Kontakt je tam dvakrát: dva telefony ho přinesly s různými čísly nebo adresami, a tak se nepovažoval za týž. Jeden z nich na kterémkoli zařízení smažte.',
};
