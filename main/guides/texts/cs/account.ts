import type { GuideArea } from '../types.ts';

export const account: GuideArea<'account'> = {
  'add.title': 'Otevřete účty',
  'add.body':
    'Vlevo zvolte [[nav.accounts]].\nJe účet této osoby už v seznamu? Pak přejděte k zařízení.\nJinak stiskněte [[accounts.add]].',
  'create.title': 'Přidejte účet',
  'create.body':
    'Do pole [[accounts.form.address]] zadejte e-mailovou adresu této osoby.\nDo pole [[accounts.form.password]] zadejte nové heslo a poznamenejte si ho: telefon se jím přihlašuje a konzole ho už neukáže.\nStiskněte [[accounts.form.create]]. Účet se objeví v seznamu.',
  'create-plain.title': 'Přidejte účet',
  'create-plain.body':
    'Do pole [[accounts.form.address]] zadejte e-mailovou adresu této osoby. Pole [[accounts.form.password]] nechte prázdné: tyto telefony se přihlašují heslem schránky.\nStiskněte [[accounts.form.create]]. Účet se objeví v seznamu.',
};
