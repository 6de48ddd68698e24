import type { collections as collectionsSource, holds as holdsSource } from '../en/collections.ts';
import type { Translated } from '../types.ts';

export const collections: Translated<typeof collectionsSource> = {
  new: 'Nowy folder',
  'new.for': 'Czyj',
  'new.account': 'Tylko {account}',
  'new.corporate': 'Firmowy: widzi go każde konto',
  'new.type': 'Rodzaj danych',
  'new.name': 'Nazwa',
  'new.name-hint': 'Część adresu wpisywanego w telefonie: bez ukośnika i znaku zapytania.',
  'new.name-corporate': 'Zostaw puste dla folderu firmowego bez własnej nazwy.',
  'new.uri': 'Adres w telefonie',
  'new.create': 'Utwórz folder',
  created: 'Folder {uri} jest gotowy.',
  'bad-name':
    'To nie może być nazwa: bez ukośnika, bez znaku zapytania, nie „shared” ani „corporate”.',
  'access.read': 'odczyt',
  'access.write': 'odczyt i zapis',
  'access.own': 'własny, odczyt i zapis',
  'may-change': 'Kto może zmieniać',
  'may-change.read': 'Tylko konsola; wszyscy czytają',
  'may-change.write': 'Każde konto',
  'panel.main': 'Folder główny konta {account}',
  'panel.named': 'Folder konta {account}',
  'panel.corporate': 'Folder firmowy: widzi go każde konto',
  'panel.addresses': 'Co wpisać w telefonie',
  'panel.addresses-text':
    'Nazwa bazy (source URI) w profilu synchronizacji telefonu. Wielkość liter nie ma znaczenia.',
  'panel.owner': '{account} (właściciel)',
  'panel.everybody': 'Każde konto',
  'panel.sharing': 'Udostępnione dla',
  'panel.sharing-text':
    'Te konta widzą folder jak własny. Przy samym odczycie zmiany z ich telefonów nie są przyjmowane.',
  'panel.not-shared': 'Nikt inny nie widzi tego folderu.',
  'panel.share-with': 'Udostępnij dla',
  'panel.share-placeholder': 'Konto',
  'panel.share': 'Udostępnij',
  'panel.access-of': 'Dostęp konta {account}',
  'panel.unshare': 'Przestań udostępniać dla {account}',
  'panel.shared': 'Udostępniono dla {account}.',
  'panel.unshared': 'Już nie udostępniane dla {account}.',
  'panel.no-other': 'Nie ma innego konta, któremu można udostępnić.',
  'panel.facts': 'Miejsce',
  'panel.with-history': 'z historią',
  'panel.open-owner': 'Zarządzane u właściciela',
  rename: 'Zmień nazwę',
  'rename.title': 'Zmień nazwę {name}',
  'rename.text':
    'Telefony docierają do folderu po nazwie: wpisz nowy adres w każdym z nich, inaczej poproszą o folder, którego nie ma.',
  renamed: 'Folder to teraz {uri}.',
  remove: 'Usuń folder',
  'remove.title': 'Usunąć folder {uri}?',
  'remove.text':
    '{count, plural, =0 {Folder jest pusty.} one {Jego # element zniknie na zawsze, z całą historią. Nie da się go przywrócić.} few {Jego # elementy znikną na zawsze, z całą historią. Nie da się ich przywrócić.} many {Jego # elementów zniknie na zawsze, z całą historią. Nie da się ich przywrócić.} other {Jego # elementu zniknie na zawsze, z całą historią. Nie da się ich przywrócić.}} Telefony, które go synchronizują, będą odtąd odrzucane.',
  'remove.count': 'Aby kontynuować, wpisz liczbę elementów: {count}',
  'remove.wrong': 'To nie jest liczba elementów.',
  removed: 'Folder {uri} usunięto.',
  'remove.not-main': 'Folderu głównego nie można usunąć: korzysta z niego każdy telefon konta.',
};

export const holds: Translated<typeof holdsSource> = {
  tab: 'Wstrzymane usunięcia',
  title: '{device} chce usunąć {count} z {total} elementów',
  nameless: 'Urządzenie',
  what: 'w {folder} konta {account}',
  among: 'Wśród nich: {titles}',
  'among-more':
    'Wśród nich: {titles} i jeszcze {count, plural, one {#} few {#} many {#} other {#}}',
  delete: 'Usuń je',
  'delete-means':
    'Znikną tutaj i ze wszystkich innych urządzeń z tym folderem. Historia zostaje na pewien czas.',
  keep: 'Zachowaj je',
  'keep-means': 'Zostaną tutaj, a urządzenie otrzyma je z powrotem przy następnej sesji.',
  'confirm-title':
    'Usunąć {count, plural, one {# element} few {# elementy} many {# elementów} other {# elementu}}?',
  deleted:
    '{count, plural, one {Usunięto # element.} few {Usunięto # elementy.} many {Usunięto # elementów.} other {Usunięto # elementu.}}',
  kept: '{count, plural, one {# element zostaje.} few {# elementy zostają.} many {# elementów zostaje.} other {# elementu zostaje.}} Urządzenie otrzyma je z powrotem.',
  intro:
    'Telefon wyczyszczony lub skonfigurowany na nowo często przy następnej sesji usuwa wszystko. Takie usunięcia czekają tutaj; do Twojej decyzji elementy zostają na serwerze i innych urządzeniach.',
  'empty.title': 'Żadne usunięcie nie czeka',
  'empty.guard':
    'Gdy jedna sesja chce usunąć ponad {items, plural, one {# element} few {# elementy} many {# elementów} other {# elementu}} i ponad {percent} % folderu, czeka tutaj na Twoją decyzję.',
  'empty.off':
    'Ochrona przed masowym usuwaniem jest wyłączona: telefon, który usuwa wszystko, jest od razu słuchany.',
  'empty.setting': 'Ustaw ochronę',
  session: 'Sesja',
  look: 'Zobacz folder',
};
