import type { guides as source } from '../en/guides.ts';
import type { Translated } from '../types.ts';

export const guides: Translated<typeof source> = {
  title: 'Návody',
  intro:
    'Krok za krokem, s adresami a názvy této instalace. Ke čtení zde, k tisku nebo pro majitele telefonu.',
  'group.clients': 'Podle telefonu',
  'group.topics': 'Pro správce',
  language: 'Jazyk návodů',
  all: 'Všechny návody',
  html: 'Uložit jako HTML',
  pdf: 'Uložit jako PDF',
  print: 'Vytisknout',
  saved: 'Soubor {name} je uložen.',
  'for-device': 'S hodnotami zařízení {name}',
  'who.admin': 'U stolu',
  'who.owner': 'V telefonu',
  'value.own': 'doplní majitel',
  'value.name': 'Pole',
  'value.value': 'Hodnota',
  'note.info': 'Poznámka',
  'note.warning': 'Pozor',
  'empty.title': 'Žádné návody',
  'empty.text': 'Služby této instalace v tomto jazyce žádný nenabízejí.',
  'gone.title': 'Takový návod není',
  'gone.text': 'Adresa může být stará, nebo bylo zařízení odebráno.',
  making: 'Návod se připravuje.',
};
