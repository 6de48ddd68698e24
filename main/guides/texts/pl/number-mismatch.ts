import type { GuideArea } from '../types.ts';

export const numberMismatch: GuideArea<'number-mismatch'> = {
  title: 'Gdy dwa telefony są pomylone',
  summary:
    'Telefon odpowiada na powiadomienia innego. Jak to zauważyć i jak w pięć minut naprawić.',
  intro:
    'Zdarza się to tylko na koncie z kilkoma urządzeniami: zamieniono dwa numery przy wpisywaniu albo telefon przypisano do niewłaściwego urządzenia. Jeden telefon budzą wtedy zmiany, które sam zrobił, a drugi się nie budzi.',
  'see.title': 'Zobacz, które to urządzenia',
  'see.body':
    'Otwórz urządzenie, przy którym jest słowo [[devices.word.number-mismatch]], i wybierz kartę [[devices.client.title]]. Wskazówka u góry wymienia oba urządzenia.',
  'swap.title': 'Najpierw porównaj numery',
  'swap.body':
    'Wybierz kartę [[devices.panel.settings]] jednego z nich i porównaj [[devices.settings.number]] z telefonem w ręku.\nJeśli numer jest zły, wpisz właściwy i naciśnij [[common.save]].\nZrób to samo na drugim urządzeniu. Dwa urządzenia nie mogą mieć naraz tego samego numeru: najpierw opróżnij jedno z pól.',
  'clients.title': 'Jeśli numery są dobre: zamień klientów',
  'clients.body':
    'Wybierz kartę [[devices.client.title]] jednego z nich.\nNaciśnij [[devices.mismatch.swap]] we wskazówce u góry i potwierdź. Żadne dane się nie zmieniają.',
  'test.title': 'Upewnij się',
  'test.body':
    'Wybierz kartę [[devices.client.title]] najpierw jednego, potem drugiego urządzenia.\nNaciśnij [[devices.test.start]]. Każde musi odpowiedzieć na własne powiadomienie. Wskazówka wtedy znika.',
  'last.title': 'Jeśli nadal nie jest jasne, zacznij od nowa',
  'last.body':
    'Naciśnij [[devices.clear.action]] na obu urządzeniach. Nic nie jest usuwane.\nZsynchronizuj ręcznie pierwszy telefon. Czeka w widoku „Oczekujące”: przypisz go do jego urządzenia.\nPotem zrób to samo z drugim.',
};
