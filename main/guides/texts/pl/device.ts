import type { GuideArea } from '../types.ts';

export const device: GuideArea<'device'> = {
  'add.title': 'Otwórz urządzenia',
  'add.body': 'Wybierz po lewej [[nav.devices]].\nNaciśnij [[devices.add]].',
  'create.title': 'Dodaj urządzenie',
  'create.body':
    'W polu [[devices.create.account]] wybierz osobę.\nW polu [[devices.settings.name]] wpisz nazwę telefonu.\nW polu [[devices.create.client]] wybierz **{clientType}**.\nW polu [[devices.settings.number]] wpisz numer karty SIM z numerem kierunkowym kraju.\nNaciśnij [[devices.create.button]]. Gdy konsola zaproponuje skonfigurowanie telefonu, odłóż to na później.',
  'create-plain.title': 'Dodaj urządzenie',
  'create-plain.body':
    'W polu [[devices.create.account]] wybierz osobę.\nW polu [[devices.settings.name]] wpisz nazwę urządzenia.\nW polu [[devices.create.client]] wybierz **{clientType}**.\nNumer w polu [[devices.settings.number]] jest potrzebny tylko wtedy, gdy link ma pójść SMS-em.\nNaciśnij [[devices.create.button]]. Gdy konsola zaproponuje skonfigurowanie telefonu, odłóż to na później.',
  'folders.title': 'Zaznacz foldery',
  'folders.body':
    'Otwórz urządzenie na liście i wybierz kartę [[devices.panel.folders]].\nZaznacz, co ma być w telefonie.\nNazwy zostaw bez zmian. Zmieniona nazwa musi brzmieć w telefonie dokładnie tak samo: wielkość liter ma znaczenie.',
};
