/** Switching push off and on from the device. */
export const switchPushFromDevice = {
  title: 'Switch push off and on from the phone',
  summary:
    'The owner of a phone stops its alerts without the admin, for a journey or a night, and takes them up again.',
  intro:
    'A phone says that it wants no alerts by synchronising a database named **push-off**, and that it wants them again by one named **push-on**. Every SyncML client can do that. It synchronises as before when its owner starts it.',
  'profile.title': 'Make a second profile on the phone',
  'profile.body':
    'Make a new sync profile. When the phone offers to take over the values of another one, choose {profile}; else type address, user name and password again.\nName it “Push off”.',
  'off.title': 'Name the database push-off',
  'off.body':
    'Leave one folder ticked in it, best one that is empty on the phone, such as notes.\nType **push-off** as the name of its database on the server.\nLeave the direction at both ways and save.',
  'sync.title': 'Synchronise it when alerts are to stop',
  'sync.body':
    'Choose the profile “Push off” and synchronise.\nThe server takes nothing and deletes nothing. A phone whose folder is not empty says that its entries were not taken; the wish has arrived all the same.',
  'on.title': 'Take the alerts up again',
  'on.body':
    'Make a third profile in the same way, named “Push on”, with the database **push-on**.\nSynchronise it when alerts are wanted again.',
  'see.title': 'See it in the console',
  'see.body':
    'Open the device. It says [[devices.word.paused-by-device]].\n[[devices.action.resume]] takes the alerts up again from here.',
  admin: 'A pause by the admin is above it: the phone cannot end that one.',
  quiet:
    'For the same hours of every day [[devices.settings.quiet]] in the settings of the device are simpler: alerts wait and go out as one when the hours end.',
} as const;
