import { stringifySearch } from './search.ts';

/** Name of the URL value that holds the id of the row whose side panel is open. */
const openName = 'open';

/** Address of an object, for `<Link {...placeOf('device', id)} />`. */
export interface Place {
  readonly to: '/devices' | '/accounts' | '/sms' | '/trace/$traceId' | '/session/$sessionId';
  readonly search: { readonly open?: string };
  readonly params: { readonly traceId?: string; readonly sessionId?: string };
}

/** Where an object is shown: in its list with the panel open, or on the page of a trace. */
export function placeOf(
  kind: 'device' | 'account' | 'gateway' | 'trace' | 'session',
  id: string,
): Place {
  switch (kind) {
    case 'device':
      return { to: '/devices', search: { [openName]: id }, params: {} };
    case 'account':
      return { to: '/accounts', search: { [openName]: id }, params: {} };
    case 'gateway':
      return { to: '/sms', search: { [openName]: id }, params: {} };
    case 'session':
      return { to: '/session/$sessionId', search: {}, params: { sessionId: id } };
    case 'trace':
      return { to: '/trace/$traceId', search: {}, params: { traceId: id } };
  }
}

/**
 * The same as the `href` of a plain anchor, whose press the router hears of by the changed hash. For rows
 * that come by hundreds, where a `Link` costs too much.
 */
export function hrefOf({ to, search, params }: Place): string {
  const path = to
    .replace('$traceId', encodeURIComponent(params.traceId ?? ''))
    .replace('$sessionId', encodeURIComponent(params.sessionId ?? ''));
  return `#${path}${stringifySearch({ ...search })}`;
}
