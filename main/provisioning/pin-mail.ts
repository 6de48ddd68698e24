import { messages } from '../../shared/i18n/index.ts';
import { languages } from '../../shared/i18n/languages.ts';
import type { PinMail } from './provisioning-deps.ts';

/** What a mail with a PIN says. */
export interface PinToMail {
  readonly to: string;
  readonly deviceName: string;
  readonly pin: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * The mail by which an owner learns the PIN: in every language of the console, since nobody knows
 * which one its owner reads.
 */
export function pinMail({ to, deviceName, pin, until }: PinToMail): Parameters<PinMail['send']>[0] {
  const values: Readonly<Record<string, string>> = {
    device: deviceName,
    pin,
    until: `${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  };
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
  const paragraphs = languages.map((language) =>
    fill(messages[language].provisioning.pinMail.text),
  );
  return {
    to,
    subject: fill(messages.en.provisioning.pinMail.subject),
    text: `${paragraphs.join('\n\n')}\n`,
  };
}
