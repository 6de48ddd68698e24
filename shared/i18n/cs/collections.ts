import type { collections as collectionsSource, holds as holdsSource } from '../en/collections.ts';
import type { Translated } from '../types.ts';

export const collections: Translated<typeof collectionsSource> = {
  new: 'Nová složka',
  'new.for': 'Čí',
  'new.account': 'Jen {account}',
  'new.corporate': 'Firemní: vidí ji každý účet',
  'new.type': 'Druh dat',
  'new.name': 'Název',
  'new.name-hint': 'Část adresy, která se píše do telefonu: bez lomítka a otazníku.',
  'new.name-corporate': 'Pro firemní složku bez vlastního názvu nechte prázdné.',
  'new.uri': 'Adresa v telefonu',
  'new.create': 'Vytvořit složku',
  created: 'Složka {uri} je vytvořena.',
  'bad-name': 'Toto nemůže být název: bez lomítka, bez otazníku, ani „shared“ ani „corporate“.',
  'access.read': 'čtení',
  'access.write': 'čtení a zápis',
  'access.own': 'vlastní, čtení a zápis',
  'may-change': 'Kdo ji smí měnit',
  'may-change.read': 'Jen konzole; všichni čtou',
  'may-change.write': 'Každý účet',
  'panel.main': 'Hlavní složka účtu {account}',
  'panel.named': 'Složka účtu {account}',
  'panel.corporate': 'Firemní složka: vidí ji každý účet',
  'panel.addresses': 'Co napsat do telefonu',
  'panel.addresses-text':
    'Název databáze (source URI) v synchronizačním profilu telefonu. Na velikosti písmen nezáleží.',
  'panel.owner': '{account} (vlastník)',
  'panel.everybody': 'Každý účet',
  'panel.sharing': 'Sdíleno s',
  'panel.sharing-text':
    'Tyto účty vidí složku jako vlastní. Při pouhém čtení se změny z jejich telefonů nepřijímají.',
  'panel.not-shared': 'Nikdo jiný tuto složku nevidí.',
  'panel.share-with': 'Sdílet s',
  'panel.share-placeholder': 'Účet',
  'panel.share': 'Sdílet',
  'panel.access-of': 'Přístup účtu {account}',
  'panel.unshare': 'Přestat sdílet s {account}',
  'panel.shared': 'Sdíleno s {account}.',
  'panel.unshared': 'Už se nesdílí s {account}.',
  'panel.no-other': 'Není jiný účet, se kterým by šlo sdílet.',
  'panel.facts': 'Úložiště',
  'panel.with-history': 's historií',
  'panel.open-owner': 'Spravuje se u vlastníka',
  rename: 'Přejmenovat',
  'rename.title': 'Přejmenovat {name}',
  'rename.text':
    'Telefony se ke složce dostanou podle názvu: napište do každého novou adresu, jinak budou žádat o složku, která není.',
  renamed: 'Složka je nyní {uri}.',
  remove: 'Odstranit složku',
  'remove.title': 'Odstranit složku {uri}?',
  'remove.text':
    '{count, plural, =0 {Složka je prázdná.} one {Její # položka zmizí navždy i s historií. Nelze ji obnovit.} few {Její # položky zmizí navždy i s historií. Nelze je obnovit.} many {Její # položky zmizí navždy i s historií. Nelze je obnovit.} other {Jejích # položek zmizí navždy i s historií. Nelze je obnovit.}} Telefony, které ji synchronizují, budou od té chvíle odmítány.',
  'remove.count': 'Pro pokračování napište počet položek: {count}',
  'remove.wrong': 'To není počet položek.',
  removed: 'Složka {uri} je odstraněna.',
  'remove.not-main': 'Hlavní složku nelze odstranit: chodí k ní každý telefon účtu.',
};

export const holds: Translated<typeof holdsSource> = {
  tab: 'Zadržená mazání',
  title: '{device} chce smazat {count} z {total} položek',
  nameless: 'Zařízení',
  what: 've složce {folder} účtu {account}',
  among: 'Mezi nimi: {titles}',
  'among-more': 'Mezi nimi: {titles} a ještě {count, plural, one {#} few {#} many {#} other {#}}',
  delete: 'Smazat je',
  'delete-means':
    'Zmizí zde i ze všech ostatních zařízení s touto složkou. Historie nějakou dobu zůstane.',
  keep: 'Ponechat je',
  'keep-means': 'Zůstanou zde a zařízení je při příští relaci dostane zpět.',
  'confirm-title':
    'Smazat {count, plural, one {# položku} few {# položky} many {# položky} other {# položek}}?',
  deleted:
    '{count, plural, one {Smazána # položka.} few {Smazány # položky.} many {Smazáno # položky.} other {Smazáno # položek.}}',
  kept: '{count, plural, one {# položka zůstává.} few {# položky zůstávají.} many {# položky zůstává.} other {# položek zůstává.}} Zařízení je dostane zpět.',
  intro:
    'Vymazaný nebo nově nastavený telefon při příští relaci často smaže všechno. Taková mazání čekají zde; dokud nerozhodnete, položky zůstanou na serveru i na ostatních zařízeních.',
  'empty.title': 'Žádné mazání nečeká',
  'empty.guard':
    'Když chce jedna relace smazat přes {items, plural, one {# položku} few {# položky} many {# položky} other {# položek}} a přes {percent} % složky, čeká zde na vaše rozhodnutí.',
  'empty.off':
    'Ochrana proti hromadnému mazání je vypnutá: telefonu, který maže všechno, se hned vyhoví.',
  'empty.setting': 'Nastavit ochranu',
  session: 'Relace',
  look: 'Podívat se do složky',
};
