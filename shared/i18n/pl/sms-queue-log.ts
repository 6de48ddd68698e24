import type { smsQueueLog as source } from '../en/sms-queue-log.ts';
import type { Translated } from '../types.ts';

export const smsQueueLog: Translated<typeof source> = {
  'sms.uncertain':
    'Nie wiadomo, czy „{gateway}” przyjęła SMS do {number}: {detail}. Nie zostanie samoczynnie wysłany ponownie',
  'sms.repeated':
    'SMS do {number} jest wysyłany ponownie z tymi samymi bajtami: jego przekazanie zostało przerwane',
  'sms.submitted':
    'SMS do {number} trafił do kolejki: {parts, plural, one {# część} few {# części} many {# części} other {# części}}',
  'sms.not-delivered':
    'Sieć nie mogła doręczyć SMS-a do {number} przyjętego przez „{gateway}”: {detail}',
  'sms.queue-paused':
    'Kolejka SMS jest wstrzymana: nic nie wychodzi, dopóki nie zostanie wznowiona',
  'sms.queue-resumed': 'Kolejka SMS działa dalej',
  'sms.retried':
    'Ręcznie ponowiono {count, plural, one {# SMS} few {# SMS-y} many {# SMS-ów} other {# SMS-a}}',
  'sms.dropped':
    'Ręcznie usunięto z kolejki {count, plural, one {# SMS} few {# SMS-y} many {# SMS-ów} other {# SMS-a}}',
  'sms.rerouted':
    'Ręcznie skierowano do „{gateway}” {count, plural, one {# SMS} few {# SMS-y} many {# SMS-ów} other {# SMS-a}}',
  'sms.unbound':
    'Znów według tras: {count, plural, one {# SMS} few {# SMS-y} many {# SMS-ów} other {# SMS-a}}',
  'sms.paused':
    'Ręcznie wstrzymano {count, plural, one {# SMS} few {# SMS-y} many {# SMS-ów} other {# SMS-a}}',
  'sms.resumed':
    'Wznowiono {count, plural, one {# wstrzymany SMS} few {# wstrzymane SMS-y} many {# wstrzymanych SMS-ów} other {# wstrzymanego SMS-a}}',
};
