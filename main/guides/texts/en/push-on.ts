/** The admin switches push on. */
export const pushOn = {
  'engine.title': 'Switch push on',
  'engine.body': 'Choose [[nav.push]] on the left and set [[push.engine.switch]] to on.',
} as const;
