import type { GuideArea } from '../types.ts';

export const check: GuideArea<'check'> = {
  'change.title': 'Něco v telefonu změňte',
  'change.body': 'Přidejte v telefonu kontakt.\nJednou ručně synchronizujte.',
  'watch.title': 'Podívejte se, že to došlo',
  'watch.body':
    'Zvolte kartu [[devices.panel.sessions]] zařízení.\nRelace je v seznamu, s jedním kontaktem ze zařízení.',
  'alert.title': 'Probuďte telefon',
  'alert.body':
    'Zvolte kartu [[devices.client.title]] zařízení.\nStiskněte [[devices.test.start]]. Telefon se začne sám synchronizovat a konzole řekne, že odpověděl na vlastní upozornění.\nKdyž do dvou minut neodpoví, příčiny prochází návod „Když se telefon neprobouzí“.',
  'ask.title': 'Stáhněte změnu',
  'ask.body':
    'Tento telefon server neprobouzí. Změňte něco na jiném zařízení účtu.\nSynchronizujte tento telefon ručně. Změna se objeví.',
};
