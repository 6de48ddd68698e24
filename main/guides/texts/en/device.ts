/** The admin adds a device and chooses its folders. */
export const device = {
  'add.title': 'Open the devices',
  'add.body': 'Choose [[nav.devices]] on the left and press [[devices.add]].',
  'create.title': 'Add the device',
  'create.body':
    'Choose the person under [[devices.create.account]]. Give the phone a name. Under [[devices.create.client]] choose **{clientType}**.\nType the phone’s number with its country code into [[devices.settings.number]]. Press [[devices.create.button]].',
  'folders.title': 'Tick the folders',
  'folders.body':
    'Open the tab [[devices.panel.folders]] of the device and tick what the phone is to hold. The name of a folder has to read exactly as on the phone: letter case counts.',
} as const;
