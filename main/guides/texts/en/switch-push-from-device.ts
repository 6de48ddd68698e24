/** Switching push off and on from the device. */
export const switchPushFromDevice = {
  title: 'Switch push off and on from the phone',
  summary:
    'The owner of a phone stops its alerts without the admin, for a journey or a night, and takes them up again.',
  intro:
    'A phone says that it wants no alerts by synchronising a database named **push-off**, and that it wants them again with **push-on**. Any SyncML client can do that.',
  'profile.title': 'Make a second profile on the phone',
  'profile.body':
    'Copy the profile of the server and name the copy “Push off”. User name, password and address stay the same.',
  'off.title': 'Name the database push-off',
  'off.body':
    'Leave one folder ticked in the copy and type **push-off** as the name of its database on the server. Save it.',
  'sync.title': 'Synchronise it when alerts are to stop',
  'sync.body':
    'Choose the profile “Push off” and synchronise. Nothing is transferred; the phone may say that the database is not available. Alerts stop from then on.',
  'see.title': 'See it in the console',
  'see.body':
    'The device is shown as paused by the device. [[devices.action.resume]] takes the alerts up again from here, too.',
  'on.title': 'Take the alerts up again',
  'on.body':
    'Make a third profile with the database **push-on** in the same way, and synchronise it when alerts are wanted again.',
  admin: 'A pause by the admin is above it: the phone cannot end it.',
  quiet:
    'For the same hours of every day [[devices.settings.quiet]] on the tab [[devices.panel.settings]] are simpler: alerts wait until they end.',
} as const;
