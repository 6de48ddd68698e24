import type { errors as errorsSource, fieldErrors as fieldErrorsSource } from '../en/errors.ts';
import type { Translated } from '../types.ts';

export const errors: Translated<typeof errorsSource> = {
  INVALID_INPUT: {
    what: 'Części danych nie można przyjąć.',
    hint: 'Nic nie zmieniono. Popraw oznaczone pola i spróbuj ponownie.',
  },
  UNAUTHENTICATED: {
    what: 'Sesja się skończyła.',
    hint: 'Nic nie zmieniono. Zaloguj się ponownie tokenem usługi.',
  },
  FORBIDDEN: { what: 'Stąd nie jest to dozwolone.', hint: 'Nic nie zmieniono.' },
  NOT_FOUND: {
    what: 'Tego już nie ma.',
    hint: 'Mogło zostać w międzyczasie usunięte. Wróć do listy, żeby zobaczyć, co zostało.',
  },
  DUPLICATE: {
    what: 'Taka nazwa już istnieje.',
    hint: 'Nic nie zmieniono. Wybierz inną nazwę albo zmień to, co istnieje.',
  },
  IN_USE: {
    what: 'To jest nadal używane.',
    hint: 'Nic nie zmieniono. Najpierw przestań tego używać.',
  },
  PUSH_NOT_POSSIBLE: {
    what: 'Urządzeń tego typu nie można powiadamiać.',
    hint: 'Telefon synchronizuje się wtedy, gdy zechce jego właściciel.',
  },
  NUMBER_MISSING: {
    what: 'Urządzenie nie ma numeru telefonu.',
    hint: 'Bez numeru żadne powiadomienie nie dotrze do telefonu. Wpisz numer na stronie urządzenia.',
  },
  NO_FOLDER_ENABLED: {
    what: 'Żaden folder urządzenia nie jest zaznaczony.',
    hint: 'Powiadomienie nie ma czego zapowiadać. Zaznacz co najmniej jeden folder.',
  },
  NO_GATEWAY: {
    what: 'Nie ma drogi wyjścia dla SMS-ów.',
    hint: 'Powiadomienia czekają. Dodaj bramkę lub włącz istniejącą.',
  },
  PROVISIONING_NOT_POSSIBLE: {
    what: 'Do tego urządzenia nie można wysłać konfiguracji.',
    hint: 'Nic nie wysłano. Strona urządzenia mówi dlaczego i co zrobić.',
  },
  ALREADY_SENT: {
    what: 'Tę samą konfigurację wysłano przed chwilą.',
    hint: 'Nic nie wysłano. Poczekaj na telefon albo potwierdź ponowne wysłanie.',
  },
  MAIL_FAILED: {
    what: 'Nie udało się wysłać wiadomości e-mail.',
    hint: 'Nic nie wysłano. Sprawdź ustawienia poczty i przetestuj je tam.',
  },
  GATEWAY_FAILED: {
    what: 'Bramka nie przyjęła wiadomości.',
    hint: 'Telefon nie został powiadomiony. Sprawdź bramkę na stronie SMS.',
  },
  UNKNOWN_ACCOUNT: {
    what: 'Nie ma takiego konta.',
    hint: 'Żaden telefon nie zostanie powiadomiony. Sprawdź adres lub dodaj konto.',
  },
  UNKNOWN_FOLDER: {
    what: 'Żadne urządzenie konta nie ma tego folderu.',
    hint: 'Żaden telefon nie zostanie powiadomiony. W nazwach folderów wielkość liter ma znaczenie.',
  },
  TOO_LARGE: {
    what: 'To więcej, niż można przyjąć naraz.',
    hint: 'Nic nie zmieniono. Wyślij mniej.',
  },
  RATE_LIMITED: {
    what: 'Zbyt wiele wywołań w krótkim czasie.',
    hint: 'Nic nie zmieniono. Odczekaj chwilę i spróbuj ponownie.',
  },
  UNAVAILABLE: {
    what: 'Usługa w tej chwili nie odpowiada.',
    hint: 'Nie wiadomo, czy coś się zmieniło. Spróbuj ponownie, gdy połączenie wróci.',
  },
  INTERNAL: {
    what: 'W Pushdesk coś się nie powiodło.',
    hint: 'Szczegóły są w dzienniku pod numerem poniżej.',
  },
  correlation: 'Numer wywołania: {id}',
};

export const fieldErrors: Translated<typeof fieldErrorsSource> = {
  required: 'Wymagane',
  invalid: 'Tego nie można przyjąć',
  'too-long': 'Za długie',
  'too-short': 'Za krótkie',
  'out-of-range': 'Poza dozwolonym zakresem',
  'not-an-address': 'To nie jest adres e-mail',
  'not-a-number': 'To nie jest międzynarodowy numer telefonu: plus, kod kraju i numer',
  'not-a-url': 'To nie jest URL: zaczyna się od http:// lub https://',
  'bad-template': 'W szablonie jest błąd',
  duplicate: 'To już istnieje',
  unknown: 'Nie ma czegoś takiego',
  'not-offered': 'Ten typ klienta tego nie oferuje',
  tooLongBy: 'Za długie: najwyżej {max}',
  tooShortBy: 'Za krótkie: co najmniej {min}',
  between: 'Od {min} do {max}',
  atMost: 'Najwyżej {max}',
  atLeast: 'Co najmniej {min}',
  badTemplateAt: 'W szablonie jest błąd: {detail}',
};
