import type { GuideArea } from '../types.ts';

export const owner: GuideArea<'owner'> = {
  'message.title': 'Otwórz wiadomość',
  'message.body':
    'Przychodzi wiadomość z ustawieniami, zwykle w ciągu minuty.\nOtwórz ją przyciskiem [[phone:Pokaż]]. W niektórych telefonach trafia do skrzynki odbiorczej wiadomości.',
  'pin.title': 'Wpisz PIN',
  'pin.body':
    'Wpisz PIN podany przez administratora (liczba cyfr: {pinDigits}).\nNaciśnij [[phone:OK]]. Pojawiają się ustawienia.\nPo trzech błędnych próbach telefon odrzuca wiadomość: poproś administratora o ponowne wysłanie.',
  'pin-mail.title': 'Wpisz PIN',
  'pin-mail.body':
    'Zajrzyj do skrzynki {user}: w jednym z listów jest PIN (liczba cyfr: {pinDigits}). Wpisz go.\nNaciśnij [[phone:OK]]. Pojawiają się ustawienia.\nPo trzech błędnych próbach telefon odrzuca wiadomość: poproś administratora o ponowne wysłanie.',
  'save.title': 'Sprawdź ustawienia i zapisz je',
  'save.body':
    'Telefon pokazuje nazwę {profile} i adres serwera. Jeśli brzmią inaczej, nie zapisuj ich i zapytaj administratora.\nNaciśnij [[phone:Zapisz]].\nGdy telefon zapyta, czy używać tych ustawień jako domyślnych, odpowiedz [[phone:Tak]].',
  'certificate.title': 'Zaufaj serwerowi',
  'certificate.body':
    'Otwórz {certificateUrl} w przeglądarce telefonu.\nPorównaj odcisk, który pokazuje telefon, z odciskiem podanym przez administratora.\nZainstaluj certyfikat jako certyfikat urzędu (CA). Bez niego telefon nie połączy się z serwerem.',
  'link.title': 'Otwórz link',
  'link.body':
    'Otwórz wiadomość lub list w telefonie i dotknij linku. Możesz też zeskanować aparatem kod QR z ekranu administratora.\nPojawia się strona z ustawieniami tego telefonu.',
  'page.title': 'Kopiuj wartości',
  'page.body':
    'Dotknij wartości: zaznacza się w całości. Wybierz [[phone:Kopiuj]].\nWklej ją w następnych krokach do pola o tej samej nazwie. Strony na razie nie zamykaj.',
  'requests.title': 'Pozwól serwerowi zaczynać',
  'requests.body':
    'Poszukaj w ustawieniach klienta żądań serwera; bywają nazywane push, powiadomieniami serwera albo wyzwalaniem przez SMS.\nZezwól na nie bez pytania za każdym razem.\nKlient bez takiego ustawienia synchronizuje się ręcznie albo według własnego zegara. Powiedz o tym administratorowi, a on wyłączy push dla tego urządzenia.',
  'requests-why':
    'Bez tych dwóch ustawień telefon pyta właściciela przy każdej zmianie albo w ogóle nie reaguje.',
};
