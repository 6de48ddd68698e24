import type { OwnerSession } from './owner-sessions.ts';
import type { AccountRow } from '../../store/types.ts';
import { isSame } from '../cookies.ts';
import { html } from '../html/html.ts';
import type { Html } from '../html/html.ts';
import type { Words } from '../html/words.ts';
import { portalLimits } from '../limits.ts';
import type { PageRequest } from '../ports.ts';

/** One request to the pages of owners. */
export interface Visit {
  readonly request: PageRequest;
  readonly words: Words;
  /** Address of the browser. */
  readonly remote: string;
  /** Path of these pages as the browser knows it, without a slash behind. */
  readonly root: string;
  /** What is behind it: `/devices/ID`; empty for the first page. */
  readonly rest: string;
  /** What the form says; empty for a GET. */
  readonly form: URLSearchParams;
}

/** A request of somebody who is signed in. */
export interface OwnerVisit extends Visit {
  readonly account: AccountRow;
  readonly session: OwnerSession;
  readonly carried: string;
}

/** Name of the field that proves that a form is ours. */
export const formTokenName = 'token';

/** The hidden field of a form. */
export function tokenField(token: string): Html {
  return html`<input type="hidden" name="${formTokenName}" value="${token}" />`;
}

/** What a form sends; empty when it is none of a browser's plain forms, or too long. */
export function readForm({ method, headers, body }: PageRequest): URLSearchParams {
  const type = String(headers['content-type'] ?? '');
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/iu.test(type);
  if (method !== 'POST' || !isForm || body.length > portalLimits.bodyOctets) {
    return new URLSearchParams();
  }
  return new URLSearchParams(Buffer.from(body).toString('utf8'));
}

/**
 * Whether a form was sent by a page of ours: it carries the token, and the browser does not say that
 * it comes from elsewhere (Fetch Metadata, RFC 6454 §7).
 */
export function isOwnForm({ request, form }: Visit, token: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const given = form.get(formTokenName);
  return token !== undefined && given !== null && isSame(given, token);
}
