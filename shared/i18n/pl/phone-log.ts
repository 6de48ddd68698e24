import type { phoneLog as source } from '../en/phone-log.ts';
import type { Translated } from '../types.ts';

/** Sentences of the log about settings on virtual phones. */
export const phoneLog: Translated<typeof source> = {
  'phone.ignored-empty': '{device} (wirtualny) nie ma ustawień i pomija powiadomienie',
  'phone.ignored-server':
    '{device} (wirtualny) pomija powiadomienie serwera „{server}”: jego ustawienia wskazują inny serwer. Wielkość liter ma znaczenie',
  'phone.doubled-parts':
    '{device} (wirtualny) odrzuca {count, plural, one {# część} few {# części} many {# części} other {# części}} SMS-a, które nadeszły dwa razy',
  'phone.settings-arrived': '{device} (wirtualny) otrzymał ustawienia',
  'phone.settings-of-other-sim':
    '{device} (wirtualny) wyrzuca ustawienia: są podpisane dla innej karty SIM. Popraw numer IMSI urządzenia',
  'phone.settings-opened': '{device} (wirtualny) otworzył ustawienia za pomocą PIN-u',
  'phone.wrong-pin':
    '{device} (wirtualny) dostał błędny PIN: {left, plural, one {pozostała # próba} few {pozostały # próby} many {pozostało # prób} other {pozostało # próby}}',
  'phone.settings-thrown-away':
    '{device} (wirtualny) wyrzuca ustawienia po trzech błędnych PIN-ach. Wyślij je ponownie',
  'phone.settings-put-away': '{device} (wirtualny): właściciel odrzucił ustawienia',
  'phone.settings-unusable':
    '{device} (wirtualny) nie może użyć ustawień: {problem, select, nothing {nic w nich nie dotyczy synchronizacji} server {nie podają serwera} user {nie podają użytkownika} folder {nie podają folderu, na który telefon ma miejsce} address {ich adres nie jest adresem} port {ich adres nie ma portu, a telefony wzięłyby 80} length {jedna z nazw jest dłuższa, niż telefon przyjmuje} other {{problem}}}',
  'phone.settings-saved': '{device} (wirtualny) zapisał ustawienia „{name}”',
  'phone.emptied': '{device} (wirtualny) jest pusty, jak fabrycznie nowy',
  'phone.set-up': '{device} (wirtualny) jest ustawiony ręcznie według swojego urządzenia',
};
