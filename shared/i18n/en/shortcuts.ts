/** What the keys do. */
export const shortcuts = {
  title: 'Keyboard shortcuts',
  everywhere: 'Everywhere',
  lists: 'In lists',
  log: 'In the log',
  palette: 'Search or command',
  search: 'Search in the page',
  down: 'Next row',
  up: 'Previous row',
  open: 'Open the row',
  close: 'Close the panel',
  select: 'Select the row',
  selectAll: 'Select all rows',
  pauseLog: 'Pause or go on',
  latest: 'Jump to the latest line',
  then: 'then',
  singleKeysOff: 'Single-key shortcuts are switched off. They can be switched on in the settings.',
} as const;
