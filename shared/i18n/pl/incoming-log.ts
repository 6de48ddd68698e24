import type { incomingLog as source } from '../en/incoming-log.ts';
import type { Translated } from '../types.ts';

export const incomingLog: Translated<typeof source> = {
  'incoming.received': 'SMS od {number} dla {to}',
  'incoming.for-nobody': 'SMS od {number}: żadna reguła nie mówi, dla kogo jest. Czeka w konsoli',
  'incoming.conflict':
    'SMS od {number}: pod ten numer pisało kilka osób, więc nie trafia sam do żadnej. Czeka w konsoli',
  'incoming.empty': 'Pusty SMS od {number} został odrzucony',
  'incoming.discarded': 'SMS od {number} został odrzucony zgodnie z regułą',
};
