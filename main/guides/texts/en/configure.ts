/** The admin hands the settings over: by SMS, by a link, or on paper. */
export const configure = {
  'sms.title': 'Open the tab for setting up',
  'sms.body':
    'Open the device and its tab [[provisioningPage.tab]]. Press [[provisioningPage.send]].\nWhere the button cannot be pressed, the reason stands beside it.',
  'sms-send.title': 'Read it through and send it',
  'sms-send.body':
    'The dialog shows what the phone will show, in how many SMS it goes out, and what they cost. Press [[provisioningPage.dialog.send]] once.',
  'pin-told.title': 'Tell the owner the PIN',
  'pin-told.body':
    'Press [[provisioningPage.pin.show]] and read the {pinDigits} digits out to the owner. The PIN is not part of the SMS.',
  'pin-mail':
    'The phone asks for a PIN of {pinDigits} digits. It goes to the account’s mailbox by itself.',
  'link.title': 'Open the tab for setting up',
  'link.body':
    'Open the device and its tab [[provisioningPage.tab]]. Press [[provisioningPage.link]].',
  'link-send.title': 'Send the owner a link',
  'link-send.body':
    'Choose how the link reaches the owner: by SMS, by mail, or as a QR code that is scanned from this screen. The link is personal and works for {linkHours} hours.',
  'link-once':
    'The link opens in the first browser only. Make a new one when it was opened by mistake.',
  'values.title': 'Hand the values over',
  'values.body':
    'This client takes no settings by SMS. Open the device and its tab [[provisioningPage.tab]].\nPress [[provisioningPage.print]] and give the printed guide to the owner. Or press [[provisioningPage.link]]: it leads to a page from which every value can be copied.',
  'no-secret':
    'The password of the account is in no SMS, in no link and in no guide. The owner types it into the phone.',
} as const;
