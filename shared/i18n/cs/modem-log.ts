import type { modemLog as source } from '../en/modem-log.ts';
import type { Translated } from '../types.ts';

export const modemLog: Translated<typeof source> = {
  'modem.ready': 'Modem brány „{gateway}“ je připraven: {device} na {path}, síť {operator}',
  'modem.back': 'Modem brány „{gateway}“ je zpět: {device} na {path}, síť {operator}',
  'modem.unplugged': 'Modem brány „{gateway}“ je odpojen nebo vypnut: {detail}',
  'modem.no-port': 'Brána „{gateway}“ nenachází modem: {detail}',
  'modem.port-busy':
    'Port {path} brány „{gateway}“ používá jiný program: {detail}. Zavřete ten program',
  'modem.no-answer': 'Modem brány „{gateway}“ neodpovídá: {detail}',
  'modem.pin-needed': 'Modem brány „{gateway}“ žádá PIN: {detail}. Zadejte PIN karty SIM',
  'modem.pin-wrong':
    'Karta SIM brány „{gateway}“ nepřijímá PIN, který se znovu nezkouší: {detail}. Zadejte správný',
  'modem.puk-needed':
    'Karta SIM brány „{gateway}“ je zablokovaná: {detail}. Odblokujte ji kódem PUK v telefonu',
  'modem.no-sim': 'Modem brány „{gateway}“ nemá funkční kartu SIM: {detail}',
  'modem.not-registered': 'Modem brány „{gateway}“ nemá síť: {detail}',
  'modem.failed': 'Modem brány „{gateway}“ nelze použít: {detail}',
  'modem.sim-full':
    'Paměť modemu brány „{gateway}“ byla plná; {count, plural, one {uvolněno # místo} few {uvolněna # místa} many {uvolněno # místa} other {uvolněno # míst}}',
  'modem.unreadable': 'Brána „{gateway}“ zahodila SMS, kterou nelze přečíst: {pdu}',
};
