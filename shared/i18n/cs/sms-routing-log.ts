import type { smsRoutingLog as source } from '../en/sms-routing-log.ts';
import type { Translated } from '../types.ts';

export const smsRoutingLog: Translated<typeof source> = {
  'gateway.throttled': '„{gateway}“ žádá pomalejší tempo a dostává je: {detail}',
  'gateway.unbound':
    '{count, plural, one {Jedna zpráva vázaná na „{gateway}“ jde} few {# zprávy vázané na „{gateway}“ jdou} many {# zprávy vázané na „{gateway}“ jde} other {# zpráv vázaných na „{gateway}“ jde}} jinými bránami, protože brána byla odebrána',
  'route.created': 'Trasa „{route}“ přidána',
  'route.updated': 'Trasa „{route}“ změněna: {names}',
  'route.removed': 'Trasa „{route}“ odebrána',
  'route.emptied':
    'Trasa „{route}“ přišla o poslední bránu a už neplatí. Přiřaďte jí jinou, nebo ji odeberte',
  'prices.updated':
    '{count, plural, =0 {„{gateway}“ už nemá ceny} one {„{gateway}“ má jednu cenu} few {„{gateway}“ má # ceny} many {„{gateway}“ má # ceny} other {„{gateway}“ má # cen}}',
  'budget.set': 'Rozpočet SMS nastaven: {name}',
  'budget.removed': 'Rozpočet SMS zrušen: {name}',
  'budget.accounts-set': 'Nastaven rozpočet SMS každého účtu bez vlastního rozpočtu',
  'budget.accounts-removed': 'Zrušen rozpočet SMS každého účtu bez vlastního rozpočtu',
  'budget.devices-set': 'Nastaven rozpočet SMS každého zařízení bez vlastního rozpočtu',
  'budget.devices-removed': 'Zrušen rozpočet SMS každého zařízení bez vlastního rozpočtu',
  'budget.near-day': '{name}: využito {used} z {limit} částí SMS denního rozpočtu',
  'budget.near-month': '{name}: využito {used} z {limit} částí SMS měsíčního rozpočtu',
  'budget.used-day':
    '{name}: denní rozpočet {limit} částí SMS je vyčerpán. Další zprávy čekají, nebo jdou jinudy',
  'budget.used-month':
    '{name}: měsíční rozpočet {limit} částí SMS je vyčerpán. Další zprávy čekají, nebo jdou jinudy',
};
