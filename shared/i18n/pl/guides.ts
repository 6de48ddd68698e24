import type { guides as source } from '../en/guides.ts';
import type { Translated } from '../types.ts';

export const guides: Translated<typeof source> = {
  title: 'Instrukcje',
  intro:
    'Krok po kroku, z adresami i nazwami tej instalacji. Do czytania tutaj, do druku albo dla właściciela telefonu.',
  'group.clients': 'Według telefonu',
  'group.topics': 'Dla administratorów',
  language: 'Język instrukcji',
  all: 'Wszystkie instrukcje',
  html: 'Zapisz jako HTML',
  pdf: 'Zapisz jako PDF',
  print: 'Drukuj',
  saved: 'Zapisano {name}.',
  'for-device': 'Z wartościami urządzenia {name}',
  'who.admin': 'Przy biurku',
  'who.owner': 'W telefonie',
  'value.own': 'wpisuje właściciel',
  'value.name': 'Pole',
  'value.value': 'Wartość',
  'note.info': 'Wskazówka',
  'note.warning': 'Uwaga',
  'empty.title': 'Nie ma instrukcji',
  'empty.text': 'Usługi tej instalacji nie oferują żadnej w tym języku.',
  'gone.title': 'Nie ma takiej instrukcji',
  'gone.text': 'Adres może być stary albo urządzenie zostało usunięte.',
  making: 'Instrukcja jest przygotowywana.',
};
