/** Drawings of what phones show; their words are `drawings.<name>.*` of the guides' texts. */
export const drawingNames = [
  // Phones with keys.
  'keypad-message',
  'keypad-pin',
  'keypad-settings',
  'keypad-saved',
  'keypad-password',
  'keypad-requests',
  'keypad-sync',
  'keypad-form',
  'keypad-database',
  // Phones with a touch screen.
  'touch-link',
  'touch-page',
  'touch-profile-downloaded',
  'touch-profile-install',
  'touch-profile-password',
  'touch-account-kind',
  'touch-account-fields',
  'touch-client',
  'touch-login',
  'touch-names',
  'touch-sync',
] as const;

/** Name of a drawing. */
export type DrawingName = (typeof drawingNames)[number];
