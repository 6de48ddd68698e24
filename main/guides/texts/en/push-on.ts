/** The admin switches push on. */
export const pushOn = {
  'engine.title': 'Switch push on',
  'engine.body':
    'Choose [[nav.push]] on the left.\nSet [[push.engine.switch]] to on. It is one switch for all devices; if it is on already, leave it.',
} as const;
