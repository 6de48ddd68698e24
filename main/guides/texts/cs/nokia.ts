import type { GuideArea } from '../types.ts';

export const nokia: GuideArea<'nokia'> = {
  title: 'Nastavení telefonu Nokia',
  summary:
    'Kontakty, kalendář a poznámky jsou v telefonu a na serveru stejné a změna telefon probudí. Trvá to deset minut.',
  needs:
    'Telefon je zapnutý a má přístup k internetu.\nSprávce zná číslo telefonu.\nMajitel zná heslo účtu pro zařízení, nebo sedí vedle správce.',
  'password.title': 'Zadejte heslo',
  'password.body':
    'Otevřete [[phone:Menu]] → [[phone:Nástroje]] → [[phone:Synchronizace]].\nVyberte {profile}, pak [[phone:Volby]] → [[phone:Upravit profil synchronizace]] → [[phone:Nastavení připojení]].\nUživatelské jméno {user} už tam je. Zadejte heslo.',
  'requests.title': 'Dovolte serveru začínat',
  'requests.body':
    'Zůstaňte v [[phone:Nastavení připojení]].\n[[phone:Povolit žádosti o synchronizaci]] nastavte na [[phone:Ano]].\n[[phone:Přijmout všechny žádosti]] nastavte na [[phone:Ano]].',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'Vraťte se na seznam profilů a vyberte {profile}.\nStiskněte [[phone:Volby]] → [[phone:Synchronizovat]].\nPočkejte, až telefon řekne, že skončil. Teprve od té chvíle server tento telefon zná.',
  'trouble.1':
    'Zpráva nepřichází, nebo jí telefon nerozumí: podívejte se do konzole, zda byla doručena. Pak ať se pošle znovu.',
  'trouble.2':
    'Telefon říká, že je heslo chybné: zadejte ho znovu. Na velikosti písmen záleží a některé telefony samy začínají velkým.',
  'trouble.3':
    'Telefon se ptá při každé změně: obě nastavení žádostí musí mít hodnotu [[phone:Ano]].',
  'trouble.4':
    'Ruční synchronizace funguje, ale žádná změna telefon neprobudí: příčiny prochází návod „Když se telefon neprobouzí“.',
  model:
    'Názvy se podle modelu trochu liší. V telefonech se Series 40 hledejte v [[phone:Menu]] → [[phone:Nastavení]] → [[phone:Připojení]] nebo [[phone:Synchronizace a záloha]].',
};
