/** Moving the installation. */
export const moveToAnotherMachine = {
  title: 'Move to another machine',
  summary:
    'Accounts, devices, data and what every phone has synchronised move along. The phones notice nothing but a pause. It takes half an hour.',
  intro:
    'Everything lies in one folder. The phones know the server by its address: when the address stays the same, none of them has to be touched.',
  needs:
    'The same version of Pushdesk is installed on the new machine and has not been started yet.\nThe address for phones can be led to the new machine.\nThe passwords of gateways, mailboxes and accounts are at hand.',
  'where.title': 'Find the data folder',
  'where.body':
    'Choose [[nav.settings]] and [[settings.section.about]]. The folder stands behind [[settings.about.data]].',
  'stop-push.title': 'Switch push off',
  'stop-push.body':
    'Choose [[nav.push]] and set [[push.engine.switch]] to off. Changes are written down meanwhile.',
  'backup.title': 'Make a backup',
  'backup.body':
    'Choose [[nav.settings]] and [[settings.section.backup]]. Press [[settings.backup.button]], then end Pushdesk.',
  'copy.title': 'Copy the folder',
  'copy.body':
    'Copy the whole data folder to its place on the new machine. Never run both machines with it at the same time: phones would meet two servers.',
  'secrets.title': 'Type the passwords again',
  'secrets.body':
    'The desktop seals passwords with the key store of its machine, so they do not move. Start Pushdesk on the new machine and type them again: on the gateways, on the accounts, in the settings. A server that runs without a desktop has a key file in the folder, and its passwords move along.',
  'address.title': 'Lead the address over',
  'address.body':
    'Let the name of the public address lead to the new machine. Compare [[settings.devices.public-url]] under [[settings.section.devices]].',
  'check.title': 'Look, then switch push on',
  'check.body':
    'Synchronise one phone by hand and see its session. Then choose [[nav.push]] and set [[push.engine.switch]] to on.',
  'trouble.1':
    'The phones do not trust the server: a self-made certificate lies in the data folder. Was the whole folder copied?',
  'trouble.2':
    'A phone compares everything: it synchronised with an older copy. Nothing is doubled by it.',
} as const;
