import type { GuideArea } from '../types.ts';

export const pushOn: GuideArea<'push-on'> = {
  'engine.title': 'Włącz push',
  'engine.body':
    'Wybierz po lewej [[nav.push]].\nWłącz [[push.engine.switch]]. To jeden przełącznik dla wszystkich urządzeń; jeśli jest już włączony, zostaw go.',
};
