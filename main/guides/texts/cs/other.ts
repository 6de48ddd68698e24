import type { GuideArea } from '../types.ts';

export const other: GuideArea<'other'> = {
  title: 'Nastavení jiného klienta SyncML',
  summary:
    'Hodnoty z této stránky platí pro každého klienta, který umí SyncML 1.0 až 1.2. Trvá to deset minut.',
  needs:
    'Klient umí SyncML (OMA DS).\nTelefon je zapnutý a má přístup k internetu.\nMajitel zná heslo účtu pro zařízení.',
  'profile.title': 'Vytvořte nový profil',
  'profile.body':
    'V nastavení telefonu nebo klienta najděte [[phone:Synchronizace]] nebo [[phone:SyncML]].\nPřidejte profil a pojmenujte ho {profile}.',
  'settings.title': 'Zadejte hodnoty',
  'settings.body':
    'Jako adresu serveru zadejte {url}. Když se klient ptá na její části, jsou to {host}, {port} a {path}.\nJako uživatelské jméno zadejte {user} a pod ním heslo.\nKdyž se klient ptá na označení serveru, je to {serverId}, písmeno po písmenu.',
  'names.title': 'Zadejte názvy složek',
  'names.body':
    'Klient jim říká databáze, vzdálená databáze nebo zdroj.\nZadejte názvy z tabulky, písmeno po písmenu.',
  'sync.title': 'Jednou ručně synchronizujte',
  'sync.body':
    'Spusťte synchronizaci.\nPočkejte, až klient řekne, že skončil. Teprve od té chvíle server tento telefon zná.',
  'trouble.1':
    'Klient hlásí 401: uživatelské jméno nebo heslo je chybné. Zadejte obojí znovu; na velikosti písmen záleží.',
  'trouble.2': 'Klient hlásí 404: adresa nebo název složky jsou chybné.',
  'trouble.3':
    'Žádná změna klienta neprobudí: upozorněním nerozumí každý klient. Správce pro něj push v nastavení zařízení vypne.',
};
