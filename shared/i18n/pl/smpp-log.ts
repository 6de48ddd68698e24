import type { smppLog as source } from '../en/smpp-log.ts';
import type { Translated } from '../types.ts';

export const smppLog: Translated<typeof source> = {
  'smpp.bound': '„{gateway}” jest zalogowana w {centre} jako {bind}',
  'smpp.link-lost':
    'Utracono połączenie bramki „{gateway}”: {detail}. Ponowne połączenie za {seconds} s',
  'smpp.unreachable': '„{gateway}” nie może się zalogować: {detail}. Kolejna próba za {seconds} s',
  'smpp.bind-refused':
    'Centrum SMS nie wpuszcza bramki „{gateway}”: {detail}. Popraw system ID lub hasło; kolejna próba za {seconds} s',
  'smpp.throttled':
    'Centrum SMS prosi bramkę „{gateway}” o wolniejsze tempo: dalej {rate, plural, one {# wiadomość} few {# wiadomości} many {# wiadomości} other {# wiadomości}} na sekundę',
};
