import type { GuideArea } from '../types.ts';

export const ios: GuideArea<'ios'> = {
  title: 'Konfiguracja iPhone’a lub iPada',
  summary: 'Profil wprowadza na urządzenie pocztę, kalendarze i kontakty. Zajmuje to pięć minut.',
  needs:
    'Urządzenie ma dostęp do internetu.\nWłaściciel zna hasło skrzynki {user}.\nWłaściciel zna kod, który odblokowuje urządzenie.',
  'certificate.title': 'Zaufaj serwerowi',
  'certificate.body':
    'Otwórz {certificateUrl} w Safari i zezwól na pobranie.\nOtwórz [[phone:Ustawienia]] i dotknij [[phone:Pobrano profil]]. Porównaj odcisk widoczny w [[phone:Więcej szczegółów]] z odciskiem podanym przez administratora.\nDotknij [[phone:Zainstaluj]].\nOtwórz [[phone:Ustawienia]] → [[phone:Ogólne]] → [[phone:To urządzenie]] → [[phone:Ustawienia zaufania certyfikatów]] i włącz certyfikat.',
  'link.title': 'Pobierz profil',
  'link.body':
    'Otwórz link z wiadomości lub listu w Safari. Możesz też zeskanować aparatem kod QR z ekranu administratora.\nStrona mówi, co zawiera profil. Naciśnij przycisk, który go pobiera.\nGdy urządzenie zapyta, czy witryna może pobrać profil, dotknij [[phone:Pozwól]].',
  'downloaded.title': 'Otwórz profil',
  'downloaded.body':
    'Otwórz [[phone:Ustawienia]].\nDotknij [[phone:Pobrano profil]] u góry. Profil, którego nie zainstalowano w ciągu ośmiu minut, przepada; pobierz go wtedy ponownie.',
  'install.title': 'Zainstaluj profil',
  'install.body':
    'Sprawdź nadawcę: musi nim być {organisation}.\nDotknij [[phone:Zainstaluj]] w prawym górnym rogu i wpisz kod urządzenia.\nDotknij jeszcze raz [[phone:Zainstaluj]].',
  'password.title': 'Wpisz hasło',
  'password.body':
    'Urządzenie pyta o hasło dla {user}, raz dla każdego rodzaju danych. Wpisz hasło skrzynki pocztowej.\nDotknij [[phone:Dalej]], na końcu [[phone:Gotowe]].',
  'look.title': 'Zajrzyj do aplikacji',
  'look.body':
    'Otwórz kalendarz, kontakty i pocztę. To, co jest na serwerze, pojawia się w ciągu kilku minut.',
  'no-push': 'Tych urządzeń nie budzi SMS: pytają same, tak często, jak mówią ustawienia ich kont.',
  'trouble.1':
    'Profil jest oznaczony jako niezweryfikowany: serwer sam wystawił swój certyfikat. Profil mimo to działa; trzeba tylko ufać nadawcy.',
  'trouble.2':
    'Link już nie działa: otwarto go w innej przeglądarce albo minął jego czas. Poproś administratora o nowy.',
  'trouble.3':
    'Profil ma zniknąć: otwórz [[phone:Ustawienia]] → [[phone:Ogólne]] → [[phone:VPN i zarządzanie urządzeniem]], wybierz go i dotknij [[phone:Usuń profil]]. Razem z nim znika wszystko, co wprowadził.',
};
