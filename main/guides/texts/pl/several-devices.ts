import type { GuideArea } from '../types.ts';

export const severalDevices: GuideArea<'several-devices'> = {
  title: 'Kilka urządzeń na jednym koncie',
  summary:
    'Telefon, tablet i komputer mają te same dane, a każde z nich dowiaduje się o zmianach pozostałych.',
  intro:
    'Konto może mieć dowolnie wiele urządzeń. Zmiana zrobiona na jednym budzi pozostałe, a jego samego nie. Do tego serwer musi wiedzieć, który telefon jest który. Najpewniej jest dodawać je po kolei.',
  'add.title': 'Dodaj pierwsze urządzenie',
  'add.body':
    'Wybierz [[nav.devices]] i naciśnij [[devices.add]].\nNadaj urządzeniu nazwę i jego własny numer. Drugiego jeszcze nie dodawaj.',
  'first.title': 'Skonfiguruj je i zsynchronizuj',
  'first.body':
    'Skonfiguruj telefon i zsynchronizuj go raz ręcznie.\nWybierz kartę [[devices.client.title]] urządzenia. Jest tam program, który się synchronizował: ten telefon jest już znany.',
  'next.title': 'Potem następne',
  'next.body':
    'Naciśnij [[devices.add]], aby dodać drugie urządzenie, skonfiguruj je i zsynchronizuj ręcznie.\nPostępuj tak dalej, jedno po drugim. Nowy telefon należy do jedynego urządzenia, które jest jeszcze wolne.',
  'assign.title': 'Jeśli przyszły dwa naraz: przypisz je',
  'assign.body':
    'Gdy wolnych jest kilka urządzeń, serwer nie wie, które przyszło. Telefon czeka w widoku [[devices.pending.chip]]; synchronizuje się, ale nic go jeszcze nie budzi.\nNaciśnij obok niego [[devices.pending.assign]] i wybierz urządzenie, którym jest.',
  'test.title': 'Upewnij się',
  'test.body':
    'Wybierz po kolei kartę [[devices.client.title]] każdego urządzenia.\nNaciśnij [[devices.test.start]]. Konsola mówi, czy odpowiedział ten telefon, czy inny.',
  'trouble.1':
    'Dwa urządzenia są pomylone: instrukcja „Gdy dwa telefony są pomylone” naprawia to w pięć minut.',
  'trouble.2':
    'Kontakt jest podwójny: dwa telefony przyniosły go z różnymi numerami lub adresami, więc nie uznano go za ten sam. Usuń jeden z nich na dowolnym urządzeniu.',
};
