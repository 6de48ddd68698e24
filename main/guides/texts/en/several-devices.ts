/** Several devices on one account. */
export const severalDevices = {
  title: 'Several devices on one account',
  summary:
    'A phone, a tablet and a computer hold the same data, and each hears of the changes of the others.',
  intro:
    'An account can have any number of devices. A change that one of them makes wakes the others, and not the one that made it. For that the server has to know which phone is which. It is surest to bring them one after the other.',
  'add.title': 'Add the first device',
  'add.body':
    'Choose [[nav.devices]] and press [[devices.add]].\nGive the device a name and its own number. Add no second one yet.',
  'first.title': 'Set it up, and synchronise it',
  'first.body':
    'Set the phone up and synchronise once by hand.\nChoose the tab [[devices.client.title]] of the device. It names the program that has synchronised: this phone is known now.',
  'next.title': 'Then the next one',
  'next.body':
    'Press [[devices.add]] for the second device, set it up and synchronise it by hand.\nGo on like that, one by one. A new phone belongs to the only device that is still free.',
  'assign.title': 'If two came at the same time: assign them',
  'assign.body':
    'When several devices are free, the server cannot tell which one has come. The phone waits under [[devices.pending.chip]]; it synchronises, but nothing wakes it yet.\nPress [[devices.pending.assign]] beside it and choose the device that it is.',
  'test.title': 'Prove it',
  'test.body':
    'Choose the tab [[devices.client.title]] of each device in turn.\nPress [[devices.test.start]]. The console says whether this phone has answered, or another one.',
  'trouble.1':
    'Two devices are mixed up: the guide “When two phones are mixed up” puts it right in five minutes.',
  'trouble.2':
    'A contact is there twice: two phones brought it with different numbers or addresses, so it was not taken for the same. Delete one of the two on any device.',
} as const;
