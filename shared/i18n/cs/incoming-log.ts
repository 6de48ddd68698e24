import type { incomingLog as source } from '../en/incoming-log.ts';
import type { Translated } from '../types.ts';

export const incomingLog: Translated<typeof source> = {
  'incoming.received': 'SMS od {number} pro {to}',
  'incoming.for-nobody': 'SMS od {number}: žádné pravidlo neříká, pro koho je. Je v konzoli',
  'incoming.conflict':
    'SMS od {number}: na to číslo psalo více lidí, sama tedy nepatří nikomu. Je v konzoli',
  'incoming.empty': 'Prázdná SMS od {number} se zahazuje',
  'incoming.discarded': 'SMS od {number} se podle pravidla zahazuje',
};
