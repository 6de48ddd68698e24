/** Several devices on one account. */
export const severalDevices = {
  title: 'Several devices on one account',
  summary:
    'A phone, a tablet and a computer hold the same data, and each hears of the changes of the others.',
  intro:
    'An account can have any number of devices. A change that one of them makes wakes the others, not the one that made it. For that the server has to know which phone is which.',
  'add.title': 'Add each device with its own number',
  'add.body':
    'Choose [[nav.devices]] and press [[devices.add]]. Each device has a name, a client type and a number of its own.',
  'first.title': 'Set one phone up, and synchronise it',
  'first.body':
    'Set the first phone up and synchronise once by hand. Then its client is known and belongs to its device; see the tab [[devices.client.title]].',
  'next.title': 'Then the next one',
  'next.body':
    'Go on one by one. When two new phones come at once, the server cannot tell which is which: they wait under [[devices.pending.chip]].',
  'assign.title': 'Assign what waits',
  'assign.body':
    'Choose [[devices.pending.chip]] in the list of devices. Press [[devices.pending.assign]] beside the client and choose the device that it is.',
  'test.title': 'Prove it',
  'test.body':
    'Press [[devices.test.start]] on the tab [[devices.client.title]] of each device. The test says which phone has answered.',
  'trouble.1':
    'Two devices are mixed up: the guide about the number mismatch tells how to put it right.',
  'trouble.2':
    'A contact is there twice: two phones brought the same one with different words. Delete one of the two on any device.',
} as const;
