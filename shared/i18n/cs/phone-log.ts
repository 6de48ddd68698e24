import type { phoneLog as source } from '../en/phone-log.ts';
import type { Translated } from '../types.ts';

/** Sentences of the log about settings on virtual phones. */
export const phoneLog: Translated<typeof source> = {
  'phone.ignored-empty': '{device} (virtuální) nemá nastavení a upozornění ignoruje',
  'phone.ignored-server':
    '{device} (virtuální) ignoruje upozornění serveru „{server}“: jeho nastavení jmenuje jiný server. Na velikosti písmen záleží',
  'phone.doubled-parts':
    '{device} (virtuální) zahazuje {count, plural, one {# část} few {# části} many {# části} other {# částí}} SMS, které přišly dvakrát',
  'phone.settings-arrived': '{device} (virtuální) dostal nastavení',
  'phone.settings-of-other-sim':
    '{device} (virtuální) zahazuje nastavení: je podepsáno pro jinou kartu SIM. Opravte IMSI zařízení',
  'phone.settings-opened': '{device} (virtuální) otevřel nastavení pomocí PINu',
  'phone.wrong-pin':
    '{device} (virtuální) dostal chybný PIN: {left, plural, one {zbývá # pokus} few {zbývají # pokusy} many {zbývá # pokusu} other {zbývá # pokusů}}',
  'phone.settings-thrown-away':
    '{device} (virtuální) zahazuje nastavení po třech chybných PINech. Pošlete je znovu',
  'phone.settings-put-away': '{device} (virtuální): majitel nastavení odložil',
  'phone.settings-unusable':
    '{device} (virtuální) nemůže nastavení použít: {problem, select, nothing {nic v něm se netýká synchronizace} server {nejmenuje server} user {nejmenuje uživatele} folder {nejmenuje žádnou složku, pro kterou má telefon místo} address {jeho adresa není adresou} port {jeho adresa nemá port a telefony by vzaly 80} length {některý název je delší, než telefon přijme} other {{problem}}}',
  'phone.settings-saved': '{device} (virtuální) uložil nastavení „{name}“',
  'phone.emptied': '{device} (virtuální) je prázdný, jako z výroby',
  'phone.set-up': '{device} (virtuální) je ručně nastaven podle svého zařízení',
};
