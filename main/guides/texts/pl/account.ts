import type { GuideArea } from '../types.ts';

export const account: GuideArea<'account'> = {
  'add.title': 'Otwórz konta',
  'add.body':
    'Wybierz po lewej [[nav.accounts]].\nKonto tej osoby jest już na liście? W takim razie przejdź do urządzenia.\nJeśli nie, naciśnij [[accounts.add]].',
  'create.title': 'Dodaj konto',
  'create.body':
    'W polu [[accounts.form.address]] wpisz adres e-mail tej osoby.\nW polu [[accounts.form.password]] wpisz nowe hasło i zanotuj je: tym hasłem loguje się telefon, a konsola już go nie pokaże.\nNaciśnij [[accounts.form.create]]. Konto pojawia się na liście.',
  'create-plain.title': 'Dodaj konto',
  'create-plain.body':
    'W polu [[accounts.form.address]] wpisz adres e-mail tej osoby. Pole [[accounts.form.password]] zostaw puste: te telefony logują się hasłem skrzynki pocztowej.\nNaciśnij [[accounts.form.create]]. Konto pojawia się na liście.',
};
