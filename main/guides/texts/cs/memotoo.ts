import type { GuideArea } from '../types.ts';

export const memotoo: GuideArea<'memotoo'> = {
  title: 'Nastavení klienta Memotoo',
  summary:
    'Klient udržuje kontakty, kalendář, úkoly a poznámky v telefonu a na serveru stejné. Trvá to patnáct minut.',
  needs:
    'V telefonu je nainstalovaný klient Memotoo.\nTelefon je zapnutý a má přístup k internetu.\nMajitel zná heslo účtu pro zařízení.',
  'account.title': 'Přeskočte registraci',
  'account.body':
    'Otevřete klienta. Nabízí účet u svého výrobce: nezakládejte ho.\nZvolte [[phone:Already have an account? – LOGIN]].',
  'settings.title': 'Zadejte hodnoty',
  'settings.body':
    'Jako adresu serveru zadejte {url}; je tam už jiná, kterou je třeba přepsat.\nJako uživatelské jméno zadejte {user} a pod ním heslo.\nStiskněte [[phone:LOGIN]].',
  'import.title': 'Převezměte, co v telefonu je',
  'import.body':
    'Klient má v telefonu vlastní adresář a vlastní kalendář, některé telefony je označují FUNV10. Po prvním přihlášení nabídne, že převezme ty z telefonu.\nNechte je převzít. Co se přeskočí tlačítkem [[phone:Cancel import]], se na server nedostane.',
  'names.title': 'Zadejte názvy složek',
  'names.body':
    'Otevřete [[phone:Settings]] → [[phone:Advanced]].\nDo [[phone:Remote names]] zadejte názvy z tabulky, písmeno po písmenu.\nOtevřete [[phone:Settings]] → [[phone:Sync]] a zapněte, co se má synchronizovat.',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'Stiskněte [[phone:Sync all]].\nPočkejte, až každý řádek řekne, že je hotový. Teprve od té chvíle server tento telefon zná.',
  'trouble.1':
    'Přihlášení je odmítnuto: klient má pořád adresu svého výrobce. Zadejte adresu z tabulky celou, s portem a cestou.',
  'trouble.2': 'Jeden řádek hlásí chybu: název této složky nezní jako v tabulce.',
  'trouble.3':
    'Na serveru chybí kontakty z telefonu: převzetí bylo přeskočeno. Spusťte ho v nastavení klienta.',
};
