import type { smsApiLog as source } from '../en/sms-api-log.ts';
import type { Translated } from '../types.ts';

export const smsApiLog: Translated<typeof source> = {
  'sms-user.created': 'Uživatel SMS {user} je vytvořen',
  'sms-user.updated': 'Uživatel SMS {user} je změněn: {names}',
  'sms-user.removed': 'Uživatel SMS {user} je odebrán',
  'sms-api.sign-in-refused':
    'Někdo se přihlašuje k API pro SMS jako {user} z {remote} s nesprávným heslem nebo pod jménem, které neexistuje',
  'sms-api.sign-in-guessed':
    'Přihlášení k API pro SMS jako {user} z {remote} se několikrát nezdařilo: další pokusy musí počkat. Někdo možná hádá hesla, nebo má program staré heslo',
  'sms-api.report-unknown':
    '„{gateway}“ hlásí o SMS slovy, kterým není rozumět: {said}. Co znamenají, mohou říct vzory v jejím nastavení',
  'sms-api.limit-reached':
    'Uživatel SMS {user} vyčerpal limit pro tento měsíc ({limit, plural, one {# část} few {# části} many {# části} other {# částí}}): zprávy se odmítají',
};
