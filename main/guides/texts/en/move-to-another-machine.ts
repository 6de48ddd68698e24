/** Moving the installation. */
export const moveToAnotherMachine = {
  title: 'Move to another machine',
  summary:
    'Accounts, devices, data and what every phone has synchronised move along. It takes half an hour, in which no phone synchronises.',
  intro:
    'Everything lies in one folder. The phones know the server by its address: when the address stays the same, their settings stay as they are.',
  needs:
    'The same version of Pushdesk is installed on the new machine and was never started there. A desktop follows a desktop, a server without a window follows a server.\nThe address for phones can be led to the new machine.\nFor a desktop: the passwords of gateways, mailboxes and accounts are at hand.',
  'stop-push.title': 'Switch push off',
  'stop-push.body':
    'Choose [[nav.push]] and set [[push.engine.switch]] to off.\nNo phone is alerted from now on, here or there, until it is switched on again.',
  'where.title': 'Find the data folder',
  'where.body':
    'Choose [[nav.settings]] and [[settings.section.about]].\nWrite down the folder behind [[settings.about.data]].',
  'backup.title': 'Make a backup',
  'backup.body':
    'Choose [[nav.settings]] and [[settings.section.backup]].\nPress [[settings.backup.button]]. The copy lies in the data folder, under **backups**.',
  'end.title': 'End Pushdesk on the old machine',
  'end.body':
    'On a desktop choose [[shell.menu.quit]] in the menu of the tray or of the window. Closing the window is not enough.\nEnd a server as it was started, and see that nothing starts it again.',
  'copy.title': 'Copy the whole folder',
  'copy.body':
    'Copy the data folder with all that is in it to its place on the new machine.\nThe usual places: **%APPDATA%\\Pushdesk** on Windows, **~/Library/Application Support/Pushdesk** on macOS, **~/.local/share/pushdesk** on Linux. A server can have any other: it is told by **--data**.\nCertificate files of your own lie elsewhere: copy them too.',
  once: 'Never let both machines run with the same data. The phones would meet two servers that know different things.',
  'secrets.title': 'Start it, and type the passwords again',
  'secrets.body':
    'Start Pushdesk on the new machine.\nA server has its key in the file **secrets.key** of the folder: nothing has to be typed.\nA desktop seals passwords with the key store of its system, which stays behind. Type them again (the overview says how many are missing and where): under [[nav.sms]] those of the gateways, under [[nav.accounts]] those of the mailboxes and, for each account, the one that its phones have; under [[nav.settings]] those of webhook, datagrams and mail.',
  'address.title': 'Lead the address over',
  'address.body':
    'Let the name of the public address lead to the new machine.\nChoose [[nav.settings]] and [[settings.section.devices]]. Compare [[settings.devices.public-url]], and replace an address of the old machine in [[settings.devices.host]].\nPress [[common.save]].',
  'check.title': 'Look, then switch push on',
  'check.body':
    'Synchronise one phone by hand. Its session appears under [[nav.sync]].\nThen choose [[nav.push]] and set [[push.engine.switch]] to on.',
  'trouble.1':
    'A server does not start and names its key file: **secrets.key** was not copied, or others may read it. Its rights have to be 600.',
  'trouble.2':
    'The phones do not trust the server: a desktop makes a self-made certificate anew. Let each phone install the authority once more, as its guide says.',
  'trouble.3':
    'A phone compares everything in its first session: it synchronised after the copy was made. Nothing is doubled by it.',
} as const;
