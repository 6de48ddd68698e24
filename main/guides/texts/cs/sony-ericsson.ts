import type { GuideArea } from '../types.ts';

export const sonyEricsson: GuideArea<'sony-ericsson'> = {
  title: 'Nastavení telefonu Sony Ericsson',
  summary:
    'Kontakty, kalendář, úkoly a poznámky jsou v telefonu a na serveru stejné. Trvá to deset minut.',
  needs:
    'Telefon je zapnutý a má přístup k internetu.\nSprávce zná číslo telefonu.\nMajitel zná heslo účtu pro zařízení.',
  'password.title': 'Zadejte heslo',
  'password.body':
    'Otevřete [[phone:Menu]] → [[phone:Organizér]] → [[phone:Synchronizace]]. V telefonech s perem je to [[phone:Nástroje]] → [[phone:Vzdálená synchronizace]].\nVyberte {profile}, pak [[phone:Další]] → [[phone:Upravit]].\nUživatelské jméno {user} už tam je. Zadejte heslo.',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'Vyberte {profile} a stiskněte [[phone:Spustit]].\nPočkejte, až telefon řekne, že skončil.',
  'interval.title': 'Ať se telefon ptá sám',
  'interval.body':
    'V nastavení profilu {profile} najděte [[phone:Interval synchronizace]].\nVyberte, jak často se má telefon ptát. Telefon, který takové nastavení nemá, se synchronizuje, když to majitel spustí.',
  'no-push':
    'Push zůstává pro tento telefon vypnutý: na upozornění nereaguje. Synchronizuje se, když to majitel spustí, nebo podle vlastních hodin.',
  'trouble.1':
    'Zpráva nepřichází, nebo jí telefon nerozumí: podívejte se do konzole, zda byla doručena. Pak ať se pošle znovu.',
  'trouble.2': 'Heslo je odmítnuto: zadejte ho znovu. Na velikosti písmen záleží.',
  'trouble.3':
    'Jedna složka zůstává prázdná: její název v telefonu musí znít jako v tabulce, s tečkou i lomítkem.',
};
