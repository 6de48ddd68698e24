import { mailLimits } from './limits.ts';

/**
 * Why a mail was not taken, in the server's own words where it had any.
 *
 * @param secrets Texts that must not be told, even where a server repeats them.
 */
export function failureDetail(error: unknown, secrets: readonly string[]): string {
  const said = error instanceof Error ? (responseOf(error) ?? error.message) : String(error);
  let detail = said.replace(/\p{Cc}+/gu, ' ').trim();
  for (const secret of secrets) {
    if (secret === '') continue;
    const forms = [secret, Buffer.from(secret).toString('base64')];
    for (const form of forms) detail = detail.replaceAll(form, '•••');
  }
  return detail.slice(0, mailLimits.detailLength);
}

function responseOf(error: Error): string | undefined {
  const { response } = error as { response?: unknown };
  return typeof response === 'string' && response !== '' ? response : undefined;
}
