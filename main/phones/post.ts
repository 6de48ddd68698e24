import { request as requestHttp } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { rootCertificates } from 'node:tls';
import { phoneLimits } from './limits.ts';
import { PhoneSyncError } from './phone-session.ts';

const contentType = 'application/vnd.syncml+wbxml';

/**
 * Sends one message over HTTP (OMA SyncML HTTP binding 1.2 §5). Over TLS it trusts the public
 * authorities and those given, in PEM: what the phone's owner has installed.
 *
 * @throws PhoneSyncError `certificate` when the server is not trusted, `network` when nothing answers
 * in time, else the HTTP status
 */
export async function postSyncml(
  url: string,
  body: Uint8Array,
  authorities: readonly string[] = [],
): Promise<Uint8Array> {
  const { status, bytes } = await exchange(url, body, authorities);
  if (status === 200) return bytes;
  throw new PhoneSyncError(String(status));
}

async function exchange(
  url: string,
  body: Uint8Array,
  authorities: readonly string[],
): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
  try {
    return await new Promise((resolve, reject) => {
      const options = {
        method: 'POST',
        headers: {
          'content-type': contentType,
          'content-length': body.length,
          accept: contentType,
        },
        signal: AbortSignal.timeout(phoneLimits.answerMs),
      };
      const onAnswer = (answer: IncomingMessage): void => {
        collect(answer).then(
          (bytes) => {
            resolve({ status: answer.statusCode ?? 0, bytes });
          },
          (error: unknown) => {
            reject(error instanceof Error ? error : new Error('no answer'));
          },
        );
      };
      const request =
        new URL(url).protocol === 'https:'
          ? requestHttps(url, { ...options, ca: [...rootCertificates, ...authorities] }, onAnswer)
          : requestHttp(url, options, onAnswer);
      request.on('error', reject);
      request.end(body);
    });
  } catch (error) {
    throw new PhoneSyncError(isDistrust(error) ? 'certificate' : 'network', { cause: error });
  }
}

async function collect(answer: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let octets = 0;
  for await (const chunk of answer) {
    const bytes = chunk as Uint8Array;
    octets += bytes.length;
    // Nothing that a server says in one message is longer; what is, is no SyncML.
    if (octets > phoneLimits.answerOctets) throw new Error('the answer is too long');
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** Codes of OpenSSL and Node for a chain that is not trusted, or a name that does not fit. */
const distrust = /CERT|SIGNATURE|ISSUER|ALTNAME/u;

function isDistrust(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && distrust.test(code);
}
