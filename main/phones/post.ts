import { phoneLimits } from './limits.ts';
import { PhoneSyncError } from './phone-session.ts';

const contentType = 'application/vnd.syncml+wbxml';

/**
 * Sends one message over HTTP (OMA SyncML HTTP binding 1.2 §5).
 *
 * @throws PhoneSyncError `network` when nothing answers in time, else the HTTP status
 */
export async function postSyncml(url: string, body: Uint8Array): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, accept: contentType },
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(phoneLimits.answerMs),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (response.status === 200) return bytes;
  } catch (error) {
    throw new PhoneSyncError('network', { cause: error });
  }
  throw new PhoneSyncError(String(response.status));
}
