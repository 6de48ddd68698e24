import type { GuideArea } from '../types.ts';

export const gateways: GuideArea<'gateways'> = {
  title: 'Bramki SMS',
  summary:
    'Którędy wychodzą powiadomienia: przez dostawcę po HTTP albo symulator. Zajmuje to dziesięć minut.',
  intro:
    'Powiadomienie to binarny SMS. Pushdesk przekazuje go bramce: wszystkiemu, co wysyła SMS po wywołaniu adresu internetowego. Kilka bramek zastępuje się nawzajem.',
  'add.title': 'Wybierz rodzaj bramki',
  'add.body':
    'Wybierz po lewej [[nav.sms]] i naciśnij [[sms.add]].\nDla dostawcy wybierz [[sms.kind.http]]. Do wypróbowania wybierz [[sms.kind.simulator]].',
  'http.title': 'Opisz, jak wywołuje się dostawcę',
  'http.body':
    'W polu [[sms.form.preset]] wybierz dostawcę albo pusty szablon.\nSprawdź adres w polu [[sms.form.url]]. Słowa między znakami procentu są wypełniane przy każdej wiadomości; poniżej widać na przykładzie, co zostałoby wywołane.\nWypełnij [[sms.form.user]], [[sms.form.password]] i [[sms.form.sender]] tak, jak podał dostawca.\nNaciśnij [[sms.form.create]].',
  binary:
    'Dostawca musi wysyłać bez zmian binarne SMS-y z nagłówkiem danych użytkownika (UDH). Usługa tylko dla tekstu nie przeniesie powiadomień.',
  'simulator.title': 'Albo użyj symulatora',
  'simulator.body':
    'Symulator dostarcza do wirtualnych telefonów wewnątrz Pushdesk: przyjmują SMS-y z konfiguracją, budzą się przy powiadomieniach i naprawdę się synchronizują. Nic nie opuszcza tej maszyny i nic nie kosztuje.\nWybierz zamiast tego [[sms.kind.simulator]]. Prawdziwe telefony nic przez niego nie dostaną.',
  'order.title': 'Ustal kolejność kilku bramek',
  'order.body':
    'Każda bramka ma priorytet; najniższa liczba jest pierwsza. Bramka, która zawodzi, jest po pewnym czasie próbowana ponownie, a jej wiadomości przejmuje tymczasem następna.',
  'test.title': 'Sprawdź bramkę',
  'test.body':
    'Otwórz bramkę i wybierz kartę [[sms.panel.test]].\nW polu [[sms.test.number]] wpisz numer. Jeśli jest puste, sprawdzana jest tylko droga do dostawcy.\nNaciśnij [[sms.test.button]]. Poniżej widać, co zostało wywołane i co odpowiedziała druga strona.',
  'trouble.1': 'Bramka odrzuca wiadomości: odpowiedź dostawcy jest na liście bramek i w dzienniku.',
  'trouble.2':
    'Wiadomości są przyjmowane, ale żaden telefon się nie budzi: zapytaj dostawcę, czy binarne SMS-y z nagłówkiem danych użytkownika wychodzą bez zmian.',
  'trouble.3':
    'Wiadomości czekają: [[sms.tab.messages]] pokazują każdą z nich, z próbami i czasem następnej.',
};
