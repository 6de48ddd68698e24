import type { LogEntry } from '../../../shared/model/log-entry.ts';
import type { Session } from '../../../shared/model/session.ts';
import { action, broken, holds, waiting } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';
import { nameOfClient } from './client-words.ts';
import { notSetUp } from './not-set-up.ts';
import { reachable } from './reachable.ts';

/** A session of the device was seen that did what it was begun for. */
export function manualSync(facts: Facts): Finding {
  const [last] = facts.sessions;
  if (last !== undefined) return ofSession(facts, last);
  if (facts.client !== undefined) return holds('synced', { at: facts.client.lastSeenAt });
  return (
    clientWaits(facts) ?? notLetIn(facts) ?? atTheDoor(facts) ?? reachable(facts) ?? notSetUp(facts)
  );
}

function ofSession(facts: Facts, last: Session): Finding {
  const at = last.endedAt ?? last.startedAt;
  const isKnown = facts.sessions.some(({ state }) => state === 'done');
  const show = action('show-session', { id: last.id });
  switch (last.state) {
    case 'done':
      return holds('synced', { at });
    case 'running':
      if (isKnown) return holds('synced', { at });
      return waiting('session-running', { at, action: action('wait') });
    case 'suspended':
      if (isKnown) return holds('synced', { at });
      return waiting('session-suspended', { at, action: action('wait') });
    case 'refused':
      return ofRefusal(facts, last);
    case 'failed':
    case 'broken': {
      // Which name it was is for the link of the names.
      if (last.reason === 'folder-unknown') return holds('synced-partly', { at });
      const key = last.state === 'failed' ? 'session-failed' : 'session-broken';
      return broken(key, { params: { reason: last.reason ?? '' }, at, action: show });
    }
  }
}

function ofRefusal({ account, settings }: Facts, { startedAt, reason }: Session): Finding {
  const params = { account: account.address };
  if (reason === 'wrong-password') {
    const set = action('set-account-password', { id: account.id });
    const { auth } = settings.sync;
    return auth === 'any'
      ? broken('wrong-password', { params, at: startedAt, action: set })
      : broken('wrong-sign-in', { params: { ...params, auth }, at: startedAt, action: set });
  }
  // The link before this one would have stopped at what still stands in the way.
  return waiting('try-again', { params, at: startedAt, action: action('wait') });
}

function clientWaits({ clients, account, device }: Facts): Finding | undefined {
  const [client] = clients
    .filter(
      ({ deviceId, isBlocked, isDismissed }) => deviceId === null && !isBlocked && !isDismissed,
    )
    .sort((one, other) => other.lastSeenAt - one.lastSeenAt);
  if (client === undefined) return undefined;
  return broken('client-waits', {
    params: { client: nameOfClient(client), account: account.address, device: device.name },
    at: client.lastSeenAt,
    action: action('assign-client', { id: client.id }),
  });
}

function notLetIn(facts: Facts): Finding | undefined {
  const [last] = facts.refused;
  return last && ofRefusal(facts, last);
}

const doorKeys: Readonly<Record<string, 'wrong-url' | 'tls-not-trusted' | 'tls-too-old'>> = {
  'sync.wrong-url': 'wrong-url',
  'sync.http-for-https': 'wrong-url',
  'sync.https-for-http': 'wrong-url',
  'sync.tls-not-trusted': 'tls-not-trusted',
  'sync.tls-too-old': 'tls-too-old',
};

/** Whether a line of the log tells of a trouble that a phone has at the door. */
export function isDoorTrouble({ key }: Pick<LogEntry, 'key'>): boolean {
  return Object.hasOwn(doorKeys, key);
}

function atTheDoor({ doorTroubles }: Facts): Finding | undefined {
  const [last] = doorTroubles;
  const key = doorKeys[last?.key ?? ''];
  if (last === undefined || key === undefined) return undefined;
  const { remote = '', url = '', right = '' } = last.params;
  return broken(key, {
    params: { remote, ...(key === 'wrong-url' ? { url, right } : {}) },
    at: last.at,
    action: action('show-guide'),
  });
}
