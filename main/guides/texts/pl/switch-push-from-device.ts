import type { GuideArea } from '../types.ts';

export const switchPushFromDevice: GuideArea<'switch-push-from-device'> = {
  title: 'Wyłączanie i włączanie push w telefonie',
  summary:
    'Właściciel telefonu zatrzymuje powiadomienia bez administratora, na podróż albo na noc, i wznawia je.',
  intro:
    'Telefon mówi, że nie chce powiadomień, synchronizując bazę danych o nazwie **push-off**, a że znów je chce, synchronizując **push-on**. Potrafi to każdy klient SyncML. Ręcznie synchronizuje się przy tym jak dotąd.',
  'profile.title': 'Utwórz w telefonie drugi profil',
  'profile.body':
    'Utwórz nowy profil synchronizacji. Gdy telefon zaproponuje przejęcie wartości z innego profilu, wybierz {profile}; jeśli nie, wpisz ponownie adres, nazwę użytkownika i hasło.\nNazwij go „Push off”.',
  'off.title': 'Nazwij bazę danych push-off',
  'off.body':
    'Zostaw w nim zaznaczony jeden folder, najlepiej taki, który jest w telefonie pusty, na przykład notatki.\nJako nazwę jego bazy danych na serwerze wpisz **push-off**.\nKierunek zostaw w obie strony i zapisz.',
  'sync.title': 'Zsynchronizuj go, gdy powiadomienia mają ustać',
  'sync.body':
    'Wybierz profil „Push off” i zsynchronizuj go.\nSerwer niczego nie przyjmuje i niczego nie usuwa. Telefon, którego folder nie jest pusty, mówi, że jego wpisy nie zostały przyjęte; życzenie mimo to dotarło.',
  'on.title': 'Wznów powiadomienia',
  'on.body':
    'W ten sam sposób utwórz trzeci profil o nazwie „Push on”, z bazą danych **push-on**.\nZsynchronizuj go, gdy powiadomienia są znów potrzebne.',
  'see.title': 'Zobacz to w konsoli',
  'see.body':
    'Otwórz urządzenie. Widać tam słowa [[devices.word.paused-by-device]].\nPrzycisk [[devices.action.resume]] wznawia powiadomienia także stąd.',
  admin: 'Pauza ustawiona przez administratora jest ważniejsza: telefon nie może jej zakończyć.',
  quiet:
    'Jeśli co dzień chodzi o te same godziny, prostsze są [[devices.settings.quiet]] w ustawieniach urządzenia: powiadomienia czekają i wychodzą jako jedno, gdy godziny miną.',
};
