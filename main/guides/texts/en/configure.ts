/** The admin hands the settings over: by SMS, by a link, or on paper. */
export const configure = {
  'sms.title': 'Open the configuration SMS',
  'sms.body':
    'Choose the tab [[provisioningPage.tab]] of the device.\nPress [[provisioningPage.send]]. Where the button cannot be pressed, the reason stands beside it.',
  'sms-send.title': 'Read it through and send it',
  'sms-send.body':
    'The dialog shows what the phone will show, in how many parts the SMS goes out, and what they cost.\nPress [[provisioningPage.dialog.send]] once. The way of the configuration appears below, step by step.',
  'pin-told.title': 'Tell the owner the PIN',
  'pin-told.body':
    'Press [[provisioningPage.pin.show]]. Where the PIN is to be read out, the same button asks for the owner to be on the line first.\nRead the {pinDigits} digits out. They are not part of the SMS, and can be shown for 24 hours.',
  'pin-mail':
    'The phone asks for a PIN of {pinDigits} digits. It goes to the mailbox of {user} by itself and is not shown in the console.',
  'servers.title': 'Set what these phones are to use',
  'servers.body':
    'Once for all phones: choose [[nav.settings]] and [[settings.section.provisioning]].\nSwitch on [[settings.provisioning.incoming]] and [[settings.provisioning.outgoing]] and type the mail servers.\nType the addresses of the server for calendars and contacts into [[settings.provisioning.caldav]] and [[settings.provisioning.carddav]]. What is left empty is not set up.\nPress [[common.save]].',
  'link.title': 'Open the link',
  'link.body':
    'Choose [[nav.devices]], open the device and choose its tab [[provisioningPage.tab]].\nPress [[provisioningPage.link]].',
  'link-send.title': 'Hand the link to the owner',
  'link-send.body':
    'Under [[provisioningPage.link.how]] choose the way: by SMS, by mail, or shown here to be copied or scanned.\nPress the button below. The link is personal and works for {linkHours} hours. Its address is shown only now.',
  'link-once':
    'The link works in the first browser that opens it, and in no other. If it was opened on the wrong device, make a new one.',
  'values.title': 'Hand the values over',
  'values.body':
    'This client takes no settings by SMS. Choose the tab [[provisioningPage.tab]] of the device.\nPress [[provisioningPage.print]] and give the printed guide to the owner.\nOr press [[provisioningPage.link]]: it leads to a page from which every value can be copied.',
  'no-secret':
    'The password is in no SMS, in no link and in no guide. The owner types it into the phone.',
} as const;
