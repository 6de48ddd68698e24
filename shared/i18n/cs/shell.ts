import type { shell as source } from '../en/shell.ts';
import type { Translated } from '../types.ts';

/** Texty plochy: nabídky, oznamovací oblast, upozornění. */
export const shell: Translated<typeof source> = {
  name: 'Pushdesk',
  menu: {
    file: 'Soubor',
    edit: 'Úpravy',
    view: 'Zobrazení',
    push: 'Push',
    window: 'Okno',
    help: 'Nápověda',
    about: 'O aplikaci Pushdesk',
    settings: 'Nastavení…',
    closeWindow: 'Zavřít okno',
    quit: 'Ukončit Pushdesk',
    services: 'Služby',
    hide: 'Skrýt Pushdesk',
    hideOthers: 'Skrýt ostatní',
    showAll: 'Zobrazit vše',
    undo: 'Zpět',
    redo: 'Znovu',
    cut: 'Vyjmout',
    copy: 'Kopírovat',
    paste: 'Vložit',
    delete: 'Smazat',
    selectAll: 'Vybrat vše',
    overview: 'Přehled',
    accounts: 'Účty',
    devices: 'Zařízení',
    sms: 'SMS',
    log: 'Protokol',
    reload: 'Načíst znovu',
    actualSize: 'Skutečná velikost',
    zoomIn: 'Zvětšit',
    zoomOut: 'Zmenšit',
    fullScreen: 'Celá obrazovka',
    developerTools: 'Nástroje pro vývojáře',
    minimize: 'Minimalizovat',
    zoom: 'Přizpůsobit velikost',
    front: 'Vše do popředí',
    switchOn: 'Zapnout push',
    switchOff: 'Pozastavit push',
    openDataFolder: 'Ukázat složku s daty',
  },
  tray: {
    open: 'Otevřít Pushdesk',
    on: 'Push je zapnutý',
    off: 'Push je vypnutý',
    attention:
      '{count, plural, one {# věc vyžaduje pozornost} few {# věci vyžadují pozornost} many {# věci vyžaduje pozornost} other {# věcí vyžaduje pozornost}}',
    demo: 'Ukázková data',
  },
  closing: {
    title: 'Pushdesk běží dál na pozadí',
    detail:
      'Telefony dostávají upozornění i při zavřeném okně. Okno lze znovu otevřít z oznamovací oblasti nebo dalším spuštěním Pushdesku. V nastavení lze určit, zda zavření okna aplikaci ukončí.',
    keep: 'Nechat běžet',
    quit: 'Ukončit Pushdesk',
  },
  startErrors: {
    title: 'Pushdesk nelze spustit',
    'data-in-use':
      'Pushdesk už běží nad složkou s daty {path} (proces {pid}). Používat ji může jen jeden.',
    'data-not-writable': 'Do složky s daty {path} nelze nic zapsat: {detail}',
    'data-damaged':
      'Databáze {path} je poškozená ({detail}). Zůstala beze změny. Nejnovější záloha je {backup}.',
    'data-damaged-without-backup':
      'Databáze {path} je poškozená ({detail}). Zůstala beze změny. Záloha není.',
    'data-too-new': 'Databázi {path} zapsal novější Pushdesk. Nainstalujte jeho verzi.',
    'key-file': 'Soubor s klíčem {path} nelze použít: {detail}',
    other: 'Stalo se něco nečekaného: {detail}',
  },
  crash: {
    title: 'Uvnitř Pushdesku se něco pokazilo',
    detail:
      'Co bylo přijato, zůstalo uloženo a po restartu se pokračuje. Podrobnosti jsou v {path}: {detail}',
    restart: 'Restartovat',
    quit: 'Ukončit',
    copy: 'Kopírovat podrobnosti',
    windowGone: 'Okno havarovalo',
    windowGoneDetail: 'Služby běží a telefony dostávají upozornění. Okno lze otevřít znovu.',
    reopen: 'Otevřít znovu',
  },
};
