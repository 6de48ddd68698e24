import type { GuideArea } from '../types.ts';

export const configure: GuideArea<'configure'> = {
  'sms.title': 'Otwórz wysyłanie konfiguracji',
  'sms.body':
    'Wybierz kartę [[provisioningPage.tab]] urządzenia.\nNaciśnij [[provisioningPage.send]]. Jeśli przycisku nie można nacisnąć, powód jest podany obok.',
  'sms-send.title': 'Sprawdź i wyślij',
  'sms-send.body':
    'Okno pokazuje, co wyświetli telefon, w ilu częściach pójdzie SMS i ile to kosztuje.\nNaciśnij raz [[provisioningPage.dialog.send]]. Poniżej widać krok po kroku, gdzie jest konfiguracja.',
  'pin-told.title': 'Podaj właścicielowi PIN',
  'pin-told.body':
    'Naciśnij [[provisioningPage.pin.show]]. Jeśli PIN ma być podyktowany, ten sam przycisk najpierw pyta, czy właściciel jest przy telefonie.\nPodyktuj cyfry (tyle ich jest: {pinDigits}). Nie ma ich w SMS-ie, a pokazać je można przez 24 godziny.',
  'pin-mail':
    'Telefon pyta o PIN (liczba cyfr: {pinDigits}). PIN sam trafia do skrzynki {user} i nie jest pokazywany w konsoli.',
  'servers.title': 'Ustal, z czego te telefony korzystają',
  'servers.body':
    'Raz dla wszystkich telefonów: wybierz [[nav.settings]] i [[settings.section.provisioning]].\nWłącz [[settings.provisioning.incoming]] oraz [[settings.provisioning.outgoing]] i wpisz serwery poczty.\nAdresy serwera kalendarzy i kontaktów wpisz w polach [[settings.provisioning.caldav]] i [[settings.provisioning.carddav]]. Co zostaje puste, nie jest konfigurowane.\nNaciśnij [[common.save]].',
  'link.title': 'Otwórz wysyłanie linku',
  'link.body':
    'Wybierz [[nav.devices]], otwórz urządzenie i wybierz kartę [[provisioningPage.tab]].\nNaciśnij [[provisioningPage.link]].',
  'link-send.title': 'Przekaż link właścicielowi',
  'link-send.body':
    'W polu [[provisioningPage.link.how]] wybierz drogę: SMS-em, pocztą albo na tym ekranie, do skopiowania lub zeskanowania.\nNaciśnij przycisk poniżej. Link jest osobisty i działa przez {linkHours} godz. Jego adres widać tylko teraz.',
  'link-once':
    'Link działa w pierwszej przeglądarce, która go otworzy, i w żadnej innej. Jeśli otwarto go na niewłaściwym urządzeniu, utwórz nowy.',
  'values.title': 'Przekaż wartości',
  'values.body':
    'Ten klient nie przyjmuje ustawień SMS-em. Wybierz kartę [[provisioningPage.tab]] urządzenia.\nNaciśnij [[provisioningPage.print]] i daj wydrukowaną instrukcję właścicielowi.\nMożesz też nacisnąć [[provisioningPage.link]]: prowadzi do strony, z której można skopiować każdą wartość.',
  'no-secret':
    'Hasła nie ma w żadnym SMS-ie, linku ani instrukcji. W telefonie wpisuje je właściciel.',
};
