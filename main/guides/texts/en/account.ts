/** The admin adds an account. */
export const account = {
  'add.title': 'Open the accounts',
  'add.body':
    'Choose [[nav.accounts]] on the left. An account that is in the list already stays as it is; go on with the device.\nOtherwise press [[accounts.add]].',
  'create.title': 'Add the account',
  'create.body':
    'Type the person’s e-mail address into [[accounts.form.address]]. Type a password into [[accounts.form.password]]: the phone signs in with it.\nPress [[accounts.form.create]].',
} as const;
