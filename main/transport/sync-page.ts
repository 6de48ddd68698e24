import { devicePage as cs } from '../../shared/i18n/cs/device-page.ts';
import { devicePage as en } from '../../shared/i18n/en/device-page.ts';
import { chooseLanguage } from '../../shared/i18n/languages.ts';
import type { Language } from '../../shared/i18n/languages.ts';
import { devicePage as pl } from '../../shared/i18n/pl/device-page.ts';
import { devicePage as zh } from '../../shared/i18n/zh-CN/device-page.ts';
import type { Translated } from '../../shared/i18n/types.ts';

const texts: Readonly<Record<Language, Translated<typeof en>>> = { en, pl, cs, 'zh-CN': zh };

/** Where the self-made authority's certificate is fetched for installing it on a phone. */
export const authorityPath = '/certificate.crt';

/**
 * What a person sees who opens the SyncML server's address in a browser: plain text, in the first
 * language of `Accept-Language` that the product speaks.
 *
 * @param url The address that belongs into a phone.
 * @param authority Where to fetch the certificate to install, and its fingerprint, if there is one.
 */
export function syncPage(
  url: string,
  acceptLanguage: string | undefined,
  authority: { readonly url: string; readonly fingerprint: string } | undefined,
): string {
  const wanted = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '');
  const text = texts[chooseLanguage(wanted)];
  const lines = [text.title, '', text.purpose, text.address, '', `    ${url}`, ''];
  if (authority !== undefined) {
    lines.push(
      text.certificate,
      '',
      `    ${authority.url}`,
      `    SHA-256 ${authority.fingerprint}`,
    );
    lines.push('');
  }
  return lines.join('\r\n');
}
