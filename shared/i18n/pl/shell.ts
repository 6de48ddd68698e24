import type { shell as source } from '../en/shell.ts';
import type { Translated } from '../types.ts';

/** Teksty pulpitu: menu, zasobnik, powiadomienia. */
export const shell: Translated<typeof source> = {
  name: 'Pushdesk',
  menu: {
    file: 'Plik',
    edit: 'Edycja',
    view: 'Widok',
    push: 'Push',
    window: 'Okno',
    help: 'Pomoc',
    about: 'O programie Pushdesk',
    settings: 'Ustawienia…',
    closeWindow: 'Zamknij okno',
    quit: 'Zakończ Pushdesk',
    services: 'Usługi',
    hide: 'Ukryj Pushdesk',
    hideOthers: 'Ukryj pozostałe',
    showAll: 'Pokaż wszystkie',
    undo: 'Cofnij',
    redo: 'Ponów',
    cut: 'Wytnij',
    copy: 'Kopiuj',
    paste: 'Wklej',
    delete: 'Usuń',
    selectAll: 'Zaznacz wszystko',
    overview: 'Przegląd',
    accounts: 'Konta',
    devices: 'Urządzenia',
    sms: 'SMS',
    log: 'Dziennik',
    reload: 'Wczytaj ponownie',
    actualSize: 'Rzeczywisty rozmiar',
    zoomIn: 'Powiększ',
    zoomOut: 'Pomniejsz',
    fullScreen: 'Pełny ekran',
    developerTools: 'Narzędzia programisty',
    minimize: 'Zminimalizuj',
    zoom: 'Dopasuj rozmiar',
    front: 'Wszystkie na wierzch',
    switchOn: 'Włącz push',
    switchOff: 'Wstrzymaj push',
    openDataFolder: 'Pokaż folder danych',
  },
  tray: {
    open: 'Otwórz Pushdesk',
    on: 'Push jest włączony',
    off: 'Push jest wyłączony',
    attention:
      '{count, plural, one {# sprawa wymaga uwagi} few {# sprawy wymagają uwagi} many {# spraw wymaga uwagi} other {# sprawy wymaga uwagi}}',
    demo: 'Dane pokazowe',
  },
  closing: {
    title: 'Pushdesk działa dalej w tle',
    detail:
      'Telefony są nadal powiadamiane, gdy okno jest zamknięte. Okno można otworzyć z zasobnika albo uruchamiając Pushdesk jeszcze raz. W ustawieniach można wybrać, czy zamknięcie okna kończy program.',
    keep: 'Działaj dalej',
    quit: 'Zakończ Pushdesk',
  },
  startErrors: {
    title: 'Nie można uruchomić Pushdesk',
    'data-in-use':
      'Pushdesk już działa na folderze danych {path} (proces {pid}). Może go używać tylko jeden naraz.',
    'data-not-writable': 'W folderze danych {path} nie można niczego zapisać: {detail}',
    'data-damaged':
      'Baza danych {path} jest uszkodzona ({detail}). Pozostawiono ją bez zmian. Najnowsza kopia zapasowa to {backup}.',
    'data-damaged-without-backup':
      'Baza danych {path} jest uszkodzona ({detail}). Pozostawiono ją bez zmian. Nie ma kopii zapasowej.',
    'data-too-new': 'Bazę danych {path} zapisała nowsza wersja Pushdesk. Zainstaluj tę wersję.',
    'key-file': 'Nie można użyć pliku klucza {path}: {detail}',
    other: 'Stało się coś nieoczekiwanego: {detail}',
  },
  crash: {
    title: 'Wewnątrz Pushdesk coś poszło nie tak',
    detail:
      'To, co przyjęto, jest zachowane i będzie kontynuowane po ponownym uruchomieniu. Szczegóły są w {path}: {detail}',
    restart: 'Uruchom ponownie',
    quit: 'Zakończ',
    copy: 'Kopiuj szczegóły',
    windowGone: 'Okno uległo awarii',
    windowGoneDetail: 'Usługi działają, a telefony są powiadamiane. Okno można otworzyć ponownie.',
    reopen: 'Otwórz ponownie',
  },
};
