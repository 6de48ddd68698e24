import type { smsQueueLog as source } from '../en/sms-queue-log.ts';
import type { Translated } from '../types.ts';

export const smsQueueLog: Translated<typeof source> = {
  'sms.uncertain':
    'Není známo, zda „{gateway}“ přijala SMS na {number}: {detail}. Sama se znovu neodešle',
  'sms.repeated': 'SMS na {number} se posílá znovu se stejnými bajty: její předání bylo přerušeno',
  'sms.submitted':
    'SMS na {number} je ve frontě: {parts, plural, one {# část} few {# části} many {# části} other {# částí}}',
  'sms.not-delivered':
    'Síť nemohla doručit SMS na {number}, kterou přijala brána „{gateway}“: {detail}',
  'sms.queue-paused': 'Fronta SMS je pozastavena: nic neodchází, dokud nebude obnovena',
  'sms.queue-resumed': 'Fronta SMS pokračuje',
  'sms.retried':
    'Ručně odesláno znovu: {count, plural, one {# SMS} few {# SMS} many {# SMS} other {# SMS}}',
  'sms.dropped':
    'Ručně vyřazeno z fronty: {count, plural, one {# SMS} few {# SMS} many {# SMS} other {# SMS}}',
  'sms.rerouted':
    'Ručně přiřazeno bráně „{gateway}“: {count, plural, one {# SMS} few {# SMS} many {# SMS} other {# SMS}}',
  'sms.unbound':
    'Opět podle tras: {count, plural, one {# SMS} few {# SMS} many {# SMS} other {# SMS}}',
  'sms.paused':
    'Ručně pozdrženo: {count, plural, one {# SMS} few {# SMS} many {# SMS} other {# SMS}}',
  'sms.resumed':
    'Pokračuje: {count, plural, one {# pozdržená SMS} few {# pozdržené SMS} many {# pozdržené SMS} other {# pozdržených SMS}}',
};
