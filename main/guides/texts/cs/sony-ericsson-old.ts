import type { GuideArea } from '../types.ts';

export const sonyEricssonOld: GuideArea<'sony-ericsson-old'> = {
  title: 'Nastavení staršího telefonu Sony Ericsson',
  summary:
    'Kontakty, kalendář, úkoly a poznámky jsou v telefonu a na serveru stejné. Pro telefony do roku 2004. Trvá to patnáct minut.',
  needs:
    'Telefon je zapnutý a má přístup k internetu (GPRS).\nSprávce zná číslo telefonu.\nMajitel zná heslo účtu pro zařízení.',
  'message.title': 'Převezměte nastavení',
  'message.body':
    'Telefon říká, že přišlo nastavení.\nZvolte [[phone:Instalovat]] nebo [[phone:Ano]]. Starší telefon se na PIN neptá.',
  'password.title': 'Zadejte heslo',
  'password.body':
    'Otevřete [[phone:Menu]] → [[phone:Organizér]] → [[phone:Synchronizace]] → [[phone:Nastavení]]. U některých modelů je to v [[phone:Připojení]].\nVyberte {profile}.\nUživatelské jméno je {user}. Zadejte heslo.',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'V témže menu zvolte [[phone:Synchronizovat]].\nPočkejte, až telefon řekne, že skončil.',
  'trouble.1': 'Zpráva nepřichází: zadejte hodnoty z tabulky ručně.',
  'trouble.2':
    'Spojení se nenaváže: starší telefony neznají dnešní šifrování. Požádejte správce o adresu, která začíná na http. To, co se synchronizuje, pak lze cestou přečíst.',
  'trouble.3': 'Heslo je odmítnuto: zadejte ho znovu. Na velikosti písmen záleží.',
};
