import type { GuideArea } from '../types.ts';

export const pushOn: GuideArea<'push-on'> = {
  'engine.title': 'Zapněte push',
  'engine.body':
    'Vlevo zvolte [[nav.push]].\nZapněte [[push.engine.switch]]. Je to jeden přepínač pro všechna zařízení; pokud už zapnutý je, nechte ho.',
};
