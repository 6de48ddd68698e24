/** What a browser shows at the address by which devices synchronise. */
export const devicePage = {
  title: 'Pushdesk',
  purpose:
    'Phones and tablets synchronise contacts, calendar, tasks and notes by this address. There is nothing to see here.',
  address: 'Enter this as the server address (SyncML) in the device:',
  certificate:
    'This server has made its certificate itself. So that the device trusts it, install this one, and compare its fingerprint with the one in the console:',
} as const;
