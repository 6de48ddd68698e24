import type { GuideArea } from '../types.ts';

export const android: GuideArea<'android'> = {
  title: 'Konfiguracja telefonu z Androidem',
  summary:
    'Poczta, kalendarze i kontakty trafiają do telefonu przez aplikacje wybrane przez właściciela. Zajmuje to dziesięć minut.',
  needs:
    'Telefon ma dostęp do internetu.\nWłaściciel zna hasło skrzynki {user}.\nJest zainstalowana aplikacja pocztowa, a dla kalendarzy i kontaktów aplikacja, która zna CalDAV i CardDAV (na przykład DAVx⁵).',
  'account.title': 'Dodaj konto pocztowe',
  'account.body':
    'Otwórz aplikację pocztową i dodaj konto; w wielu telefonach jest to też w [[phone:Ustawienia]] → [[phone:Konta]] → [[phone:Dodaj konto]].\nWybierz [[phone:Inne]] albo [[phone:IMAP]].',
  'fields.title': 'Wypełnij pola konta pocztowego',
  'fields.body':
    'Wpisz {user} jako adres i jako nazwę użytkownika.\nWpisz hasło skrzynki.\nWklej serwer, port i szyfrowanie poczty przychodzącej, a potem wychodzącej, tak jak pokazuje strona.',
  'dav.title': 'Dodaj kalendarze i kontakty',
  'dav.body':
    'Otwórz aplikację dla CalDAV i CardDAV i dodaj konto z adresem i nazwą użytkownika.\nWklej ze strony adres kalendarzy. Nazwa użytkownika to {user}, hasło jest hasłem skrzynki.\nJeśli kontakty mają inny adres, dodaj z nim drugie konto.',
  'choose.title': 'Wybierz, co jest synchronizowane',
  'choose.body':
    'Zaznacz w aplikacji kalendarze i książki adresowe.\nPozwól aplikacji korzystać z kontaktów i kalendarza telefonu oraz działać w tle.',
  'look.title': 'Zajrzyj do aplikacji',
  'look.body':
    'Otwórz kalendarz, kontakty i pocztę. To, co jest na serwerze, pojawia się w ciągu kilku minut.',
  'no-push':
    'Tych telefonów nie budzi SMS: ich aplikacje pytają same, tak często, jak jest w nich ustawione.',
  'trouble.1':
    'Aplikacja nie ufa serwerowi: porównaj jego odcisk z odciskiem podanym przez administratora, a potem go zaakceptuj. Niektóre aplikacje wymagają wcześniejszego zainstalowania certyfikatu urzędu.',
  'trouble.2':
    'Link już nie działa: otwarto go w innej przeglądarce albo minął jego czas. Poproś administratora o nowy.',
  'trouble.3':
    'Nie pojawia się nic nowego: telefon oszczędza baterię kosztem aplikacji. Wyłącz dla niej oszczędzanie baterii.',
};
