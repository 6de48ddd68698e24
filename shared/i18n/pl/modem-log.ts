import type { modemLog as source } from '../en/modem-log.ts';
import type { Translated } from '../types.ts';

export const modemLog: Translated<typeof source> = {
  'modem.ready': 'Modem bramki „{gateway}” jest gotowy: {device} na {path}, sieć {operator}',
  'modem.back': 'Modem bramki „{gateway}” wrócił: {device} na {path}, sieć {operator}',
  'modem.unplugged': 'Modem bramki „{gateway}” jest odłączony lub wyłączony: {detail}',
  'modem.no-port': 'Bramka „{gateway}” nie znajduje modemu: {detail}',
  'modem.port-busy':
    'Port {path} bramki „{gateway}” jest używany przez inny program: {detail}. Zamknij ten program',
  'modem.no-answer': 'Modem bramki „{gateway}” nie odpowiada: {detail}',
  'modem.pin-needed': 'Modem bramki „{gateway}” prosi o PIN: {detail}. Wpisz PIN karty SIM',
  'modem.pin-wrong':
    'Karta SIM bramki „{gateway}” nie przyjmuje kodu PIN, który nie będzie ponawiany: {detail}. Wpisz właściwy',
  'modem.puk-needed':
    'Karta SIM bramki „{gateway}” jest zablokowana: {detail}. Odblokuj ją kodem PUK w telefonie',
  'modem.no-sim': 'Modem bramki „{gateway}” nie ma działającej karty SIM: {detail}',
  'modem.not-registered': 'Modem bramki „{gateway}” nie ma sieci: {detail}',
  'modem.failed': 'Modemu bramki „{gateway}” nie można użyć: {detail}',
  'modem.sim-full':
    'Pamięć modemu bramki „{gateway}” była pełna; {count, plural, one {zwolniono # miejsce} few {zwolniono # miejsca} many {zwolniono # miejsc} other {zwolniono # miejsca}}',
  'modem.unreadable': 'Bramka „{gateway}” odrzuciła SMS, którego nie da się odczytać: {pdu}',
};
