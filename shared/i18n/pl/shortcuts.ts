import type { shortcuts as shortcutsSource } from '../en/shortcuts.ts';
import type { Translated } from '../types.ts';

export const shortcuts: Translated<typeof shortcutsSource> = {
  title: 'Skróty klawiszowe',
  everywhere: 'Wszędzie',
  lists: 'Na listach',
  log: 'W dzienniku',
  palette: 'Szukaj lub wydaj polecenie',
  search: 'Szukaj na stronie',
  down: 'Następny wiersz',
  up: 'Poprzedni wiersz',
  open: 'Otwórz wiersz',
  close: 'Zamknij panel',
  select: 'Zaznacz wiersz',
  selectAll: 'Zaznacz wszystkie wiersze',
  pauseLog: 'Wstrzymaj lub wznów',
  latest: 'Przejdź do najnowszego wiersza',
  then: 'potem',
  singleKeysOff: 'Skróty jednoklawiszowe są wyłączone. Można je włączyć w ustawieniach.',
};
