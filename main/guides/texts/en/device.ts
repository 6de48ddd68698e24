/** The admin adds a device and chooses its folders. */
export const device = {
  'add.title': 'Open the devices',
  'add.body': 'Choose [[nav.devices]] on the left.\nPress [[devices.add]].',
  'create.title': 'Add the device',
  'create.body':
    'Choose the person under [[devices.create.account]].\nType a name for the phone into [[devices.settings.name]].\nUnder [[devices.create.client]] choose **{clientType}**.\nType the number of its SIM card with the country code into [[devices.settings.number]].\nPress [[devices.create.button]]. When the console offers to set the phone up now, postpone it.',
  'create-plain.title': 'Add the device',
  'create-plain.body':
    'Choose the person under [[devices.create.account]].\nType a name for the device into [[devices.settings.name]].\nUnder [[devices.create.client]] choose **{clientType}**.\nA number in [[devices.settings.number]] is needed only when the link is to go out by SMS.\nPress [[devices.create.button]]. When the console offers to set the phone up now, postpone it.',
  'folders.title': 'Tick the folders',
  'folders.body':
    'Open the device in the list and choose its tab [[devices.panel.folders]].\nTick what the phone is to hold.\nLeave the names as they are. Where one is changed, it has to read exactly the same on the phone: letter case counts.',
} as const;
