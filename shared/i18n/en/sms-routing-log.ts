/** Sentences of the log about routes, prices, budgets and the pace of gateways. */
export const smsRoutingLog = {
  'gateway.throttled': '"{gateway}" asks for a slower pace, and gets it: {detail}',
  'gateway.unbound':
    '{count, plural, one {One message that was bound to "{gateway}" goes} other {# messages that were bound to "{gateway}" go}} by other gateways, since it is removed',
  'route.created': 'Route "{route}" added',
  'route.updated': 'Route "{route}" changed: {names}',
  'route.removed': 'Route "{route}" removed',
  'route.emptied':
    'Route "{route}" has lost its last gateway and does not apply any more. Give it another one, or remove it',
  'prices.updated':
    '{count, plural, =0 {"{gateway}" has no prices any more} one {"{gateway}" has one price} other {"{gateway}" has # prices}}',
  'budget.set': 'The SMS budget of {name} is set',
  'budget.removed': 'The SMS budget of {name} is removed',
  'budget.accounts-set': 'The SMS budget of each account without one of its own is set',
  'budget.accounts-removed': 'The SMS budget of each account without one of its own is removed',
  'budget.devices-set': 'The SMS budget of each device without one of its own is set',
  'budget.devices-removed': 'The SMS budget of each device without one of its own is removed',
  'budget.near-day': "{name} has used {used} of {limit} SMS parts of this day's budget",
  'budget.near-month': "{name} has used {used} of {limit} SMS parts of this month's budget",
  'budget.used-day':
    "{name} has used up this day's SMS budget of {limit} parts. What comes now waits, or goes another way",
  'budget.used-month':
    "{name} has used up this month's SMS budget of {limit} parts. What comes now waits, or goes another way",
} as const;
