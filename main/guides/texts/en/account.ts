/** The admin adds an account. */
export const account = {
  'add.title': 'Open the accounts',
  'add.body':
    'Choose [[nav.accounts]] on the left.\nIs the person’s account in the list already? Then go on with the device.\nOtherwise press [[accounts.add]].',
  'create.title': 'Add the account',
  'create.body':
    'Type the person’s e-mail address into [[accounts.form.address]].\nType a new password into [[accounts.form.password]] and write it down: the phone signs in with it, and the console does not show it again.\nPress [[accounts.form.create]]. The account appears in the list.',
  'create-plain.title': 'Add the account',
  'create-plain.body':
    'Type the person’s e-mail address into [[accounts.form.address]]. Leave [[accounts.form.password]] empty: these phones sign in with the password of the mailbox.\nPress [[accounts.form.create]]. The account appears in the list.',
} as const;
