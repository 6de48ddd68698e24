import type { smsApiLog as source } from '../en/sms-api-log.ts';
import type { Translated } from '../types.ts';

export const smsApiLog: Translated<typeof source> = {
  'sms-user.created': 'Użytkownik SMS {user} został utworzony',
  'sms-user.updated': 'Użytkownik SMS {user} został zmieniony: {names}',
  'sms-user.removed': 'Użytkownik SMS {user} został usunięty',
  'sms-api.sign-in-refused':
    'Ktoś loguje się do API SMS jako {user} z {remote} z błędnym hasłem lub pod nazwą, której nie ma',
  'sms-api.sign-in-guessed':
    'Logowanie do API SMS jako {user} z {remote} nie powiodło się kilka razy: następne próby muszą poczekać. Ktoś może zgadywać hasła albo program ma stare hasło',
  'sms-api.report-unknown':
    '„{gateway}” raportuje o SMS-ach słowami, które nie są zrozumiałe: {said}. Wzorce w jej ustawieniach mogą powiedzieć, co znaczą',
  'sms-api.limit-reached':
    'Użytkownik SMS {user} wykorzystał limit na ten miesiąc ({limit, plural, one {# część} few {# części} many {# części} other {# części}}): wiadomości są odrzucane',
};
