import type { GuideArea } from '../types.ts';

export const funambol: GuideArea<'funambol'> = {
  title: 'Nastavení klienta Funambol',
  summary:
    'Klient udržuje kontakty, kalendář, úkoly a poznámky v telefonu a na serveru stejné. Trvá to patnáct minut.',
  needs:
    'V telefonu je nainstalovaný klient Funambol.\nTelefon je zapnutý a má přístup k internetu.\nMajitel zná heslo účtu pro zařízení.',
  'account.title': 'Přeskočte registraci',
  'account.body':
    'Otevřete klienta. Nabízí účet u svého výrobce: nezakládejte ho.\nZvolte [[phone:Login]].',
  'settings.title': 'Zadejte hodnoty',
  'settings.body':
    'Do pole [[phone:Server address]] zadejte {url}.\nDo pole [[phone:Username]] zadejte {user}.\nDo pole [[phone:Password]] zadejte heslo a stiskněte [[phone:Login]].',
  'import.title': 'Převezměte, co v telefonu je',
  'import.body':
    'Klient má v telefonu vlastní adresář a vlastní kalendář. Po prvním přihlášení nabídne, že převezme ty z telefonu.\nOdpovězte [[phone:Yes]]. Co se nepřevezme, se na server nedostane.',
  'names.title': 'Zadejte názvy složek',
  'names.body':
    'Otevřete [[phone:Settings]] → [[phone:Advanced]].\nDo [[phone:Remote names]] zadejte názvy z tabulky, písmeno po písmenu.\nOtevřete [[phone:Settings]] → [[phone:Sync]] a zapněte, co se má synchronizovat.',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'Stiskněte [[phone:Sync all]].\nPočkejte, až každý řádek řekne, že je hotový. Teprve od té chvíle server tento telefon zná.',
  'trouble.1':
    'Klient nenachází server: adresu je třeba zadat celou, s https nebo http, portem a cestou.',
  'trouble.2': 'Jeden řádek hlásí chybu: název této složky nezní jako v tabulce.',
  'trouble.3':
    'Na serveru chybí kontakty z telefonu: převzetí bylo přeskočeno. Spusťte ho v nastavení klienta.',
};
