/** Texts about the folders on the server and who sees them. */
export const collections = {
  new: 'New folder',
  'new.for': 'Of whom',
  'new.account': 'Only {account}',
  'new.corporate': 'Corporate: every account sees it',
  'new.type': 'Kind of data',
  'new.name': 'Name',
  'new.name-hint':
    'Part of the address that is typed into the phone: no slash and no question mark.',
  'new.name-corporate': 'Leave it empty for the corporate folder that has no name of its own.',
  'new.uri': 'Address on the phone',
  'new.create': 'Create folder',
  created: 'The folder {uri} is there.',
  'bad-name':
    'This cannot be a name: no slash, no question mark, and neither “shared” nor “corporate”.',
  'access.read': 'read',
  'access.write': 'read and write',
  'access.own': 'own, read and write',
  'may-change': 'Who may change it',
  'may-change.read': 'Only the console; everybody reads',
  'may-change.write': 'Every account',
  'panel.main': 'Main folder of {account}',
  'panel.named': 'Folder of {account}',
  'panel.corporate': 'Corporate folder: every account sees it',
  'panel.addresses': 'What to type into the phone',
  'panel.addresses-text':
    'The name of the database (source URI) in the phone’s sync profile. Letter case does not count.',
  'panel.owner': '{account} (owner)',
  'panel.everybody': 'Every account',
  'panel.sharing': 'Shared with',
  'panel.sharing-text':
    'These accounts see the folder as their own. With read only, what their phones change here is not taken.',
  'panel.not-shared': 'Nobody else sees this folder.',
  'panel.share-with': 'Share with',
  'panel.share-placeholder': 'Account',
  'panel.share': 'Share',
  'panel.access-of': 'Access of {account}',
  'panel.unshare': 'Stop sharing with {account}',
  'panel.shared': 'Shared with {account}.',
  'panel.unshared': 'No longer shared with {account}.',
  'panel.no-other': 'There is no other account to share with.',
  'panel.facts': 'Storage',
  'panel.with-history': 'with history',
  'panel.open-owner': 'Managed at its owner',
  rename: 'Rename',
  'rename.title': 'Rename {name}',
  'rename.text':
    'Phones reach the folder by its name: type the new address into each of them, or they will ask for one that does not exist.',
  renamed: 'The folder is now {uri}.',
  remove: 'Remove folder',
  'remove.title': 'Remove the folder {uri}?',
  'remove.text':
    '{count, plural, =0 {The folder is empty.} one {Its # item goes for good, with all history. It cannot be brought back.} other {Its # items go for good, with all history. They cannot be brought back.}} Phones that synchronise this folder are refused from then on.',
  'remove.count': 'To go on, type the number of items: {count}',
  'remove.wrong': 'That is not the number of items.',
  removed: 'The folder {uri} is removed.',
  'remove.not-main': 'A main folder cannot be removed: every phone of the account comes by it.',
} as const;

/** Texts about mass deletions that wait for a decision. */
export const holds = {
  tab: 'Held deletions',
  title: '{device} wants to delete {count} of {total} items',
  nameless: 'A device',
  what: 'in {folder} of {account}',
  among: 'Among them: {titles}',
  'among-more': 'Among them: {titles} and {count, plural, one {# more} other {# more}}',
  delete: 'Delete them',
  'delete-means':
    'They go here and from all other devices of this folder. Their history stays for a while.',
  keep: 'Keep them',
  'keep-means': 'They stay here, and the device gets them back at its next session.',
  'confirm-title': 'Delete {count, plural, one {# item} other {# items}}?',
  deleted: '{count, plural, one {# item is} other {# items are}} deleted.',
  kept: '{count, plural, one {# item stays} other {# items stay}}. The device gets them back.',
  intro:
    'A phone that was wiped or set up anew often deletes everything at its next session. Such deletions wait here; until you decide, the items stay on the server and on the other devices.',
  'empty.title': 'No deletion waits',
  'empty.guard':
    'When one session wants to delete more than {items, plural, one {# item} other {# items}} and more than {percent} % of a folder, it waits here for your decision.',
  'empty.off':
    'The guard against mass deletions is switched off: a phone that deletes everything is obeyed at once.',
  'empty.setting': 'Set the guard',
  session: 'Session',
  look: 'Look at the folder',
} as const;
