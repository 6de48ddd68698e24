import type { GuideArea } from '../types.ts';

export const gateways: GuideArea<'gateways'> = {
  title: 'Bramki SMS',
  summary:
    'Którędy wychodzą SMS-y: przez dostawcę, modem, operatora, inny Pushdesk albo symulator. Zajmuje to dziesięć minut.',
  intro:
    'Powiadomienie to binarny SMS. Pushdesk przekazuje go bramce, która go wysyła. Kilka bramek zastępuje się nawzajem.',
  'add.title': 'Wybierz rodzaj bramki',
  'add.body':
    'Wybierz po lewej [[nav.sms]] i naciśnij [[sms.add]].\n[[sms.kind.http]] jest dobry dla większości biur: niczego się nie podłącza, a wysyła tyle, ile trzeba.\n[[sms.kind.modem]] jest dobry na kilkaset SMS-ów dziennie, z własnej karty SIM biura.\n[[sms.kind.smpp]] jest dobre przy dużych liczbach, gdy operator lub dostawca oferuje takie łącze.\n[[sms.kind.peer]] jest dobry, gdy bratnie biuro ma już którędy wysyłać.\nDo wypróbowania wybierz [[sms.kind.simulator]].',
  'http.title': 'Opisz, jak wywołuje się dostawcę',
  'http.body':
    'W polu [[sms.form.preset]] wybierz dostawcę albo pusty szablon.\nSprawdź adres w polu [[sms.form.url]]. Słowa między znakami procentu są wypełniane przy każdej wiadomości; poniżej widać na przykładzie, co zostałoby wywołane.\nWypełnij [[sms.form.user]], [[sms.form.password]] i [[sms.form.sender]] tak, jak podał dostawca.\nNaciśnij [[sms.form.create]].',
  binary:
    'Dostawca musi wysyłać bez zmian binarne SMS-y z nagłówkiem danych użytkownika (UDH). Usługa tylko dla tekstu nie przeniesie powiadomień.',
  'modem.title': 'Albo podłącz modem',
  'modem.body':
    'Weź kartę SIM z taryfą na SMS-y; nieograniczony internet nie jest potrzebny. Wyłącz jej PIN w telefonie albo miej go pod ręką.\nPodłącz modem. Linux zna prawie wszystkie; Windows i macOS mogą wymagać sterownika producenta. Nie może go używać żaden inny program.\nWybierz [[sms.kind.modem]] i port w polu [[gatewaysPage.modem.port]].\nGdy karta prosi o PIN, wpisz go w polu [[gatewaysPage.modem.pin]]. Błędny PIN nie jest próbowany drugi raz.',
  'smpp.title': 'Albo połącz się z operatorem',
  'smpp.body':
    'Poproś o adres i port, użytkownika i hasło oraz o liczbę dozwolonych SMS-ów na sekundę; zapytaj też, czy binarne SMS-y wychodzą bez zmian.\nWybierz [[sms.kind.smpp]] i wpisz otrzymane dane.',
  'peer.title': 'Albo wysyłaj przez inny Pushdesk',
  'peer.body':
    'Poproś jego administratora o adres i o użytkownika jego API do SMS-ów. Za to, co wyślesz, płaci tamto biuro.\nWybierz [[sms.kind.peer]] i wpisz te dane.',
  'simulator.title': 'Albo użyj symulatora',
  'simulator.body':
    'Symulator dostarcza do wirtualnych telefonów wewnątrz Pushdesk: przyjmują SMS-y z konfiguracją, budzą się przy powiadomieniach i naprawdę się synchronizują. Nic nie opuszcza tej maszyny i nic nie kosztuje.\nWybierz zamiast tego [[sms.kind.simulator]]. Prawdziwe telefony nic przez niego nie dostaną.',
  'order.title': 'Ustal kolejność kilku bramek',
  'order.body':
    'Każda bramka ma priorytet; najniższa liczba jest pierwsza. Bramka, która zawodzi, jest po pewnym czasie próbowana ponownie, a jej wiadomości przejmuje tymczasem następna.\nGdy jakiś kraj lub konto potrzebuje innej kolejności, wybierz [[sms.tab.routes]].',
  'test.title': 'Sprawdź bramkę',
  'test.body':
    'Otwórz bramkę i wybierz kartę [[sms.panel.test]].\nW polu [[sms.test.number]] wpisz numer. Jeśli jest puste, sprawdzana jest tylko droga do dostawcy.\nNaciśnij [[sms.test.button]]. Poniżej widać, co zostało wywołane i co odpowiedziała druga strona.',
  'trouble.1': 'Bramka odrzuca wiadomości: odpowiedź dostawcy jest na liście bramek i w dzienniku.',
  'trouble.2':
    'Wiadomości są przyjmowane, ale żaden telefon się nie budzi: zapytaj dostawcę, czy binarne SMS-y z nagłówkiem danych użytkownika wychodzą bez zmian.',
  'trouble.3':
    'Wiadomości czekają: [[sms.tab.messages]] pokazują każdą z nich, z próbami i czasem następnej.',
};
