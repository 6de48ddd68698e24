import type { shortcuts as shortcutsSource } from '../en/shortcuts.ts';
import type { Translated } from '../types.ts';

export const shortcuts: Translated<typeof shortcutsSource> = {
  title: 'Klávesové zkratky',
  everywhere: 'Všude',
  lists: 'V seznamech',
  log: 'V záznamu',
  palette: 'Hledání nebo příkaz',
  search: 'Hledat na stránce',
  down: 'Další řádek',
  up: 'Předchozí řádek',
  open: 'Otevřít řádek',
  close: 'Zavřít panel',
  select: 'Vybrat řádek',
  selectAll: 'Vybrat všechny řádky',
  pauseLog: 'Pozastavit nebo pokračovat',
  latest: 'Přejít na nejnovější řádek',
  then: 'potom',
  singleKeysOff: 'Zkratky s jedinou klávesou jsou vypnuté. Lze je zapnout v nastavení.',
};
