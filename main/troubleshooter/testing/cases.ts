import { defaultSettings } from '../../../shared/model/settings.ts';
import type { Facts } from '../facts.ts';
import { act } from './case.ts';
import type { Case } from './case.ts';
import { gatewayPasses, gatewayStops } from './gateway-cases.ts';
import {
  aChange,
  aClient,
  aConfiguration,
  aDatastore,
  aDevice,
  aFolder,
  aLink,
  anAlert,
  aSession,
  aWarning,
  ada,
  healthy,
  now,
  untouched,
} from './healthy.ts';

export const { sync, listeners } = defaultSettings;
const settings = (over: Partial<typeof sync>): Partial<Facts> => ({
  settings: { ...healthy().settings, sync: { ...sync, ...over } },
});
const listener = healthy().listeners.slice(0, 1);
/** A session that asked for these names. */
export const used = (...names: readonly string[]): Partial<Facts> => ({
  sessions: [aSession({ datastores: names.map((name) => aDatastore(name)) })],
});
const alerted = (over: Parameters<typeof anAlert>[0]): Facts => {
  const gone = { answeredAt: null, deliveredAt: null, sentAt: null };
  return healthy({ alerts: [anAlert({ ...gone, ...over })] });
};
const folders = [aFolder('contacts', 'Contacts'), aFolder('calendar', 'Calendar')];
const inbox = aDevice({ folders: [aFolder('inbox', 'Inbox')] });
const waitingClient = aClient({ deviceId: null });

/** Every finding at which the walk stops. */
export const stops: readonly Case[] = [
  ['account-may-sync', 'sync-off', healthy(settings({ active: false })), act('switch-sync-on')],
  [
    'account-may-sync',
    'no-password',
    healthy({ hasPassword: false }),
    act('set-account-password', ada.id),
  ],
  [
    'account-may-sync',
    'listener-failed',
    healthy({
      listeners: listener.map((one) => ({ ...one, state: 'failed', detail: 'in use' })),
    }),
    { params: { listener: 'devices-http', host: '127.0.0.1', port: '8080', detail: 'in use' } },
  ],
  ['account-may-sync', 'listener-off', healthy({ listeners: [] }), act('show-settings')],
  [
    'account-may-sync',
    'client-blocked',
    untouched({ clients: [aClient({ deviceId: null, isBlocked: true, isDismissed: true })] }),
    act('unblock-client', 'client-1'),
  ],
  [
    'account-may-sync',
    'client-put-away',
    untouched({ clients: [aClient({ deviceId: null, isDismissed: true })] }),
    act('unblock-client', 'client-1'),
  ],
  [
    'manual-sync',
    'address-local',
    untouched({ settings: { sync, listeners } }),
    { params: { host: '127.0.0.1' }, ...act('show-settings') },
  ],
  [
    'manual-sync',
    'wrong-password',
    healthy({ sessions: [aSession({ state: 'refused', reason: 'wrong-password' })] }),
    act('set-account-password', ada.id),
  ],
  [
    'manual-sync',
    'wrong-sign-in',
    untouched({
      ...settings({ auth: 'md5' }),
      refused: [aSession({ deviceId: null, state: 'refused', reason: 'wrong-password' })],
    }),
    { params: { account: ada.address, auth: 'md5' } },
  ],
  [
    'manual-sync',
    'try-again',
    healthy({ sessions: [aSession({ state: 'refused', reason: 'sync-off' })] }),
    { state: 'waiting' },
  ],
  [
    'manual-sync',
    'client-waits',
    untouched({ clients: [waitingClient] }),
    act('assign-client', 'client-1'),
  ],
  [
    'manual-sync',
    'wrong-url',
    untouched({
      doorTroubles: [aWarning('sync.wrong-url', { remote: '10.0.0.7', url: 'x', right: 'y' })],
    }),
    { params: { remote: '10.0.0.7', url: 'x', right: 'y' }, ...act('show-guide') },
  ],
  [
    'manual-sync',
    'tls-not-trusted',
    untouched({ doorTroubles: [aWarning('sync.tls-not-trusted', { remote: '10.0.0.7' })] }),
  ],
  [
    'manual-sync',
    'tls-too-old',
    untouched({ doorTroubles: [aWarning('sync.tls-too-old', { remote: '10.0.0.7' })] }),
  ],
  [
    'manual-sync',
    'session-running',
    healthy({ sessions: [aSession({ state: 'running', endedAt: null })] }),
  ],
  ['manual-sync', 'session-suspended', healthy({ sessions: [aSession({ state: 'suspended' })] })],
  [
    'manual-sync',
    'session-failed',
    healthy({ sessions: [aSession({ state: 'failed', reason: 'storage-full' }), aSession()] }),
    { params: { reason: 'storage-full' }, ...act('show-session', 'session-1') },
  ],
  [
    'manual-sync',
    'session-broken',
    healthy({ sessions: [aSession({ state: 'broken', reason: 'client-gone' })] }),
  ],
  [
    'manual-sync',
    'configuration-under-way',
    untouched({ configuration: aConfiguration() }),
    { state: 'waiting', ...act('show-trace', 'trace-3') },
  ],
  [
    'manual-sync',
    'configuration-delivered',
    untouched({ configuration: aConfiguration({ state: 'delivered' }) }),
  ],
  [
    'manual-sync',
    'configuration-uncertain',
    untouched({ configuration: aConfiguration({ state: 'uncertain' }) }),
    act('send-configuration'),
  ],
  [
    'manual-sync',
    'configuration-failed',
    untouched({
      configuration: aConfiguration({ state: 'failed', reason: 'gateway-refused' }),
    }),
    { state: 'broken', params: { reason: 'gateway-refused' }, ...act('send-configuration') },
  ],
  ['manual-sync', 'link-open', untouched({ link: aLink() }), { state: 'waiting' }],
  ['manual-sync', 'link-opened', untouched({ link: aLink({ openedAt: now }) })],
  ['manual-sync', 'never-synced-configuration', untouched(), act('send-configuration')],
  [
    'manual-sync',
    'never-synced-link',
    untouched({ device: aDevice({ clientType: 'ios' }), link: aLink({ revokedAt: now }) }),
    act('send-link'),
  ],
  [
    'manual-sync',
    'never-synced-guide',
    untouched({ device: aDevice({ clientType: 'funambol' }) }),
    act('show-guide'),
  ],
  ...gatewayStops,
  [
    'change-seen',
    'engine-off',
    healthy({ push: { ...healthy().push, active: false } }),
    act('switch-engine-on'),
  ],
  [
    'change-seen',
    'push-off',
    healthy({ device: aDevice({ pushEnabled: false }) }),
    act('switch-push-on'),
  ],
  [
    'change-seen',
    'paused-by-admin',
    healthy({ device: aDevice({ pausedBy: 'admin' }) }),
    act('resume-device'),
  ],
  [
    'change-seen',
    'paused-by-device',
    healthy({ device: aDevice({ pausedBy: 'device' }) }),
    act('resume-device'),
  ],
  [
    'change-seen',
    'no-folder',
    healthy({ device: aDevice({ folders: [{ ...aFolder('notes', 'Notes'), enabled: false }] }) }),
    act('tick-folder', 'folder-notes'),
  ],
  [
    'change-seen',
    'mailbox-failed',
    healthy({ device: inbox, mailboxState: 'failed' }),
    act('connect-mailbox', ada.id),
  ],
  [
    'change-seen',
    'no-change',
    healthy({ alerts: [], changes: [] }),
    { state: 'waiting', ...act('report-change', ada.id, 'contacts') },
  ],
  [
    'change-seen',
    'no-change-mailbox',
    healthy({ alerts: [], changes: [], device: inbox }),
    act('connect-mailbox', ada.id),
  ],
  [
    'change-seen',
    'only-own-changes',
    healthy({ alerts: [], changes: [aChange({ origin: 'device:device-1' })] }),
    act('report-change', ada.id, 'contacts'),
  ],
  [
    'change-seen',
    'other-folders',
    healthy({ alerts: [], changes: [aChange({ dataType: 'inbox' })] }),
    { params: { folder: 'inbox' }, ...act('tick-folder', 'folder-inbox') },
  ],
  [
    'names-match',
    'name-differs',
    healthy(used('contacts')),
    {
      params: { name: 'Contacts', used: 'contacts', difference: 'case' },
      ...act('rename-folder', 'folder-contacts', 'contacts'),
    },
  ],
  [
    'names-match',
    'name-unknown',
    healthy({
      sessions: [
        aSession({
          state: 'failed',
          reason: 'folder-unknown',
          datastores: [aDatastore('MyPeople', { dataType: null, collectionId: null, status: 404 })],
        }),
      ],
    }),
    act('rename-folder', 'folder-contacts', 'MyPeople'),
  ],
  [
    'names-match',
    'server-id-differs',
    healthy({ knownServerId: 'pushdesk' }),
    { params: { known: 'pushdesk', server: 'Pushdesk' }, ...act('send-configuration') },
  ],
  ['names-match', 'names-unknown', healthy({ sessions: [] }), { state: 'waiting' }],
  [
    'alert-delivered',
    'no-alert',
    healthy({ alerts: [] }),
    { state: 'waiting', ...act('alert-now') },
  ],
  [
    'alert-delivered',
    'alert-planned',
    alerted({ state: 'planned', reason: 'quiet-hours', dueAt: now + 5 }),
    { params: { reason: 'quiet-hours', until: now + 5 }, ...act('wait') },
  ],
  [
    'alert-delivered',
    'alert-queued',
    alerted({ state: 'queued' }),
    { params: { attempts: 1 }, ...act('show-trace', 'trace-2') },
  ],
  ['alert-delivered', 'alert-sent', alerted({ state: 'sent', sentAt: now - 1 })],
  [
    'alert-delivered',
    'alert-failed',
    alerted({ state: 'failed', reason: 'gateway-refused' }),
    { state: 'broken', params: { reason: 'gateway-refused' }, ...act('alert-now') },
  ],
  ['alert-delivered', 'alert-expired', alerted({ state: 'expired', reason: 'too-old' })],
  [
    'alert-delivered',
    'alert-suppressed',
    alerted({ state: 'suppressed', reason: 'paused-by-admin' }),
    { state: 'waiting', ...act('alert-now') },
  ],
  [
    'phone-answered',
    'number-mismatch',
    healthy({
      devices: [aDevice(), aDevice({ id: 'device-2', name: 'N95' })],
      clients: [
        aClient(),
        aClient({ id: 'client-2', deviceId: 'device-2', mismatchDeviceId: 'device-1' }),
      ],
    }),
    { params: { device: 'E71', other: 'N95' }, ...act('resolve-mismatch', 'device-2') },
  ],
  [
    'phone-answered',
    'answer-awaited',
    alerted({ state: 'delivered', deliveredAt: now }),
    { state: 'waiting', ...act('wait') },
  ],
  ['phone-answered', 'not-answered-nokia', alerted({ state: 'delivered', deliveredAt: 5 })],
  [
    'phone-answered',
    'not-answered',
    healthy({
      device: aDevice({ clientType: 'synthesis' }),
      alerts: [anAlert({ state: 'delivered', answeredAt: null })],
    }),
    act('show-guide'),
  ],
  [
    'phone-answered',
    'not-answered-last',
    healthy({ alerts: [anAlert({ state: 'delivered', answeredAt: null }), anAlert()] }),
    act('alert-now'),
  ],
];

/** Every finding with which a link holds. */
export const passes: readonly Case[] = [
  [
    'account-may-sync',
    'account-ready',
    healthy(),
    { params: { account: ada.address, auth: 'any' } },
  ],
  ['manual-sync', 'synced', healthy()],
  [
    'manual-sync',
    'synced-partly',
    healthy({ sessions: [aSession({ state: 'failed', reason: 'folder-unknown' })] }),
  ],
  ...gatewayPasses,
  ['change-seen', 'change-seen', healthy()],
  ['change-seen', 'asks-itself', healthy({ device: aDevice({ clientType: 'ios' }) })],
  ['names-match', 'names-match', healthy(), { params: { names: ['Contacts'] } }],
  [
    'names-match',
    'names-match-some',
    healthy({ device: aDevice({ folders }) }),
    { params: { names: ['Contacts'], unseen: ['Calendar'] } },
  ],
  ['alert-delivered', 'alert-delivered', healthy()],
  ['alert-delivered', 'alert-no-report', alerted({ state: 'sent', sentAt: 5 })],
  ['phone-answered', 'answered', healthy()],
  ['phone-answered', 'not-needed', healthy({ device: aDevice({ clientType: 'android' }) })],
];
