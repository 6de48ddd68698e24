import type { smsRoutingLog as source } from '../en/sms-routing-log.ts';
import type { Translated } from '../types.ts';

export const smsRoutingLog: Translated<typeof source> = {
  'gateway.throttled': '„{gateway}” prosi o wolniejsze tempo i je dostaje: {detail}',
  'gateway.unbound':
    '{count, plural, one {Jedna wiadomość związana z „{gateway}” idzie} few {# wiadomości związane z „{gateway}” idą} many {# wiadomości związanych z „{gateway}” idzie} other {# wiadomości związanej z „{gateway}” idzie}} innymi bramkami, bo bramka została usunięta',
  'route.created': 'Dodano trasę „{route}”',
  'route.updated': 'Zmieniono trasę „{route}”: {names}',
  'route.removed': 'Usunięto trasę „{route}”',
  'route.emptied':
    'Trasa „{route}” straciła ostatnią bramkę i już nie obowiązuje. Przypisz jej inną albo ją usuń',
  'prices.updated':
    '{count, plural, =0 {„{gateway}” nie ma już cen} one {„{gateway}” ma jedną cenę} few {„{gateway}” ma # ceny} many {„{gateway}” ma # cen} other {„{gateway}” ma # ceny}}',
  'budget.set': 'Ustawiono budżet SMS: {name}',
  'budget.removed': 'Usunięto budżet SMS: {name}',
  'budget.accounts-set': 'Ustawiono budżet SMS każdego konta bez własnego budżetu',
  'budget.accounts-removed': 'Usunięto budżet SMS każdego konta bez własnego budżetu',
  'budget.devices-set': 'Ustawiono budżet SMS każdego urządzenia bez własnego budżetu',
  'budget.devices-removed': 'Usunięto budżet SMS każdego urządzenia bez własnego budżetu',
  'budget.near-day': '{name}: wykorzystano {used} z {limit} części SMS dziennego budżetu',
  'budget.near-month': '{name}: wykorzystano {used} z {limit} części SMS miesięcznego budżetu',
  'budget.used-day':
    '{name}: dzienny budżet {limit} części SMS jest wyczerpany. Kolejne wiadomości czekają albo idą inną drogą',
  'budget.used-month':
    '{name}: miesięczny budżet {limit} części SMS jest wyczerpany. Kolejne wiadomości czekają albo idą inną drogą',
};
