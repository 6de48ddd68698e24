import type { smppLog as source } from '../en/smpp-log.ts';
import type { Translated } from '../types.ts';

export const smppLog: Translated<typeof source> = {
  'smpp.bound': '„{gateway}“ je přihlášena k {centre} jako {bind}',
  'smpp.link-lost':
    'Spojení brány „{gateway}“ se přerušilo: {detail}. Naváže se znovu za {seconds} s',
  'smpp.unreachable': '„{gateway}“ se nemůže přihlásit: {detail}. Další pokus za {seconds} s',
  'smpp.bind-refused':
    'Centrum SMS odmítá bránu „{gateway}“: {detail}. Opravte system ID nebo heslo; další pokus za {seconds} s',
  'smpp.throttled':
    'Centrum SMS žádá bránu „{gateway}“ o pomalejší tempo: pokračuje rychlostí {rate, plural, one {# zpráva} few {# zprávy} many {# zprávy} other {# zpráv}} za sekundu',
};
