import { createMail } from '../mail/index.ts';
import type { Mail } from '../mail/index.ts';
import type { Foundation } from './foundation.ts';

/** Makes the mail that the server itself sends, by the settings. */
export function composeMail({ settings, log }: Pick<Foundation, 'settings' | 'log'>): Mail {
  return createMail({
    settings: () => settings.current().mail,
    password: () => settings.secrets().mailPassword,
    log,
  });
}
