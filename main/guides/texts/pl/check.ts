import type { GuideArea } from '../types.ts';

export const check: GuideArea<'check'> = {
  'change.title': 'Zmień coś w telefonie',
  'change.body': 'Dodaj w telefonie kontakt.\nZsynchronizuj raz ręcznie.',
  'watch.title': 'Zobacz, że dotarło',
  'watch.body':
    'Wybierz kartę [[devices.panel.sessions]] urządzenia.\nSesja jest na liście, z jednym kontaktem z urządzenia.',
  'alert.title': 'Obudź telefon',
  'alert.body':
    'Wybierz kartę [[devices.client.title]] urządzenia.\nNaciśnij [[devices.test.start]]. Telefon sam zaczyna synchronizację, a konsola mówi, że odpowiedział na własne powiadomienie.\nJeśli w ciągu dwóch minut nie ma odpowiedzi, instrukcja „Gdy telefon się nie budzi” omawia przyczyny.',
  'ask.title': 'Pobierz zmianę',
  'ask.body':
    'Serwer nie budzi tego telefonu. Zmień coś na innym urządzeniu tego konta.\nZsynchronizuj ten telefon ręcznie. Zmiana się pojawia.',
};
