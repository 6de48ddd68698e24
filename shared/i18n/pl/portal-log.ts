import type { portalLog as source } from '../en/portal-log.ts';
import type { Translated } from '../types.ts';

export const portalLog: Translated<typeof source> = {
  'mail.sent': 'Wiadomość do {to} została przekazana',
  'mail.failed': 'Nie można wysłać wiadomości do {to}: {detail}. Przetestuj ustawienia poczty',
  'portal.link-made': 'Utworzono odnośnik do skonfigurowania {device}; wygasa {until}',
  'portal.link-by-sms': 'Odnośnik dla {device} jest wysyłany SMS-em na {number}',
  'portal.link-by-mail': 'Odnośnik dla {device} wysłano pocztą do {to}',
  'portal.link-opened': 'Odnośnik {device} otwarto z adresu {remote}',
  'portal.link-taken':
    'Odnośnik {device} otwarto na stałe z adresu {remote}: działa tylko w tej przeglądarce',
  'portal.link-closed':
    'Z adresu {remote} otwarto odnośnik {device}, który jest zużyty, wygasł lub został wycofany. Jeśli był to właściciel, utwórz nowy',
  'portal.link-revoked': 'Odnośnik {device} został wycofany',
  'portal.link-unknown': 'Z adresu {remote} otwarto odnośnik, który nie istnieje',
  'portal.link-guessed':
    '{remote} otwiera kolejne nieistniejące odnośniki i musi czekać: ktoś może zgadywać',
  'portal.flooded': '{remote} prosi o więcej stron niż jakikolwiek właściciel i musi czekać',
  'portal.profile-fetched': 'Profil dla {device} pobrano z adresu {remote}',
  'portal.profile-unsigned':
    'Profil dla {device} jest wydawany bez podpisu, ponieważ nie ma certyfikatu: {detail}',
  'portal.signed-in': '{account} loguje się na stronie dla właścicieli z adresu {remote}',
  'portal.signed-out': '{account} wylogowuje się ze strony dla właścicieli',
  'portal.sign-in-refused':
    'Ktoś loguje się na stronie dla właścicieli jako {user} z adresu {remote} z błędnym hasłem albo jako ktoś, kogo nie ma',
  'portal.sign-in-guessed':
    'Logowanie na stronie dla właścicieli jako {user} z adresu {remote} nie udało się kilka razy: następne próby muszą czekać. Ktoś może zgadywać hasła',
  'portal.mailbox-unreachable':
    '{account} nie może się zalogować na stronie dla właścicieli, ponieważ skrzynka nie odpowiada: {detail}',
  'portal.device-added': '{account} dodaje {device} na stronie dla właścicieli',
  'portal.device-removed': '{account} usuwa {device} na stronie dla właścicieli',
  'portal.device-paused': '{account} wstrzymuje {device} na stronie dla właścicieli',
  'portal.device-resumed': '{account} wznawia {device} na stronie dla właścicieli',
  'portal.configuration-sent':
    '{account} prosi na stronie dla właścicieli o SMS konfiguracyjny dla {device}',
  'portal.link-asked': '{account} tworzy na stronie dla właścicieli odnośnik dla {device}',
};
