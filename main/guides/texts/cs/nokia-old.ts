import type { GuideArea } from '../types.ts';

export const nokiaOld: GuideArea<'nokia-old'> = {
  title: 'Nastavení staršího telefonu Nokia',
  summary:
    'Kontakty a kalendář jsou v telefonu a na serveru stejné. Pro telefony do roku 2004. Trvá to deset minut.',
  needs:
    'Telefon je zapnutý a má přístup k internetu (GPRS).\nSprávce zná číslo telefonu.\nMajitel zná heslo účtu pro zařízení.',
  'message.title': 'Otevřete zprávu',
  'message.body':
    'Telefon říká, že přišlo konfigurační nastavení.\nStiskněte [[phone:Zobrazit]].\nStiskněte [[phone:Uložit]]. Starší telefon se na PIN neptá.',
  'password.title': 'Zadejte heslo',
  'password.body':
    'Najděte položku [[phone:Synchronizace]]: podle modelu je v [[phone:Menu]] → [[phone:Připojení]], [[phone:Nastavení]] nebo [[phone:Služby]].\nOtevřete její nastavení a vyberte {profile}.\nUživatelské jméno je {user}. Zadejte heslo.',
  'requests.title': 'Dovolte serveru začínat',
  'requests.body':
    'V témže nastavení najděte [[phone:Povolit žádosti o synchronizaci]] a nastavte [[phone:Ano]].\nTelefon, který takové nastavení nemá, se ptá při každém upozornění: odpovídejte [[phone:Ano]].',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'V témže menu zvolte [[phone:Synchronizovat]].\nPočkejte, až telefon řekne, že skončil. Teprve od té chvíle server tento telefon zná.',
  'trouble.1':
    'Telefon ukazuje nečitelné znaky: tento druh zprávy nezná. Zadejte hodnoty z tabulky ručně.',
  'trouble.2':
    'Spojení se nenaváže: starší telefony neznají dnešní šifrování. Požádejte správce o adresu, která začíná na http. To, co se synchronizuje, pak lze cestou přečíst.',
  'trouble.3': 'Heslo je odmítnuto: zadejte ho znovu. Na velikosti písmen záleží.',
};
