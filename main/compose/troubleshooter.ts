import type { Listener } from '../../shared/model/system.ts';
import type { AreaService } from '../api/services.ts';
import type { Mailboxes } from '../changes/index.ts';
import type { Push } from '../push/index.ts';
import type { Sms } from '../sms/index.ts';
import type { SyncRegistry } from '../sync/registry/index.ts';
import { createTroubleshooter } from '../troubleshooter/index.ts';
import type { Foundation } from './foundation.ts';

/** Whom the troubleshooter asks. */
export interface TroubleWitnesses {
  readonly push: Pick<Push, 'push'>;
  readonly sms: Pick<Sms, 'gateways' | 'routes'>;
  readonly registry: Pick<SyncRegistry, 'sessions'>;
  readonly mailboxes: Pick<Mailboxes, 'state'>;
  listeners(): readonly Listener[];
}

/** Makes the troubleshooter, which only reads. */
export function composeTroubleshooter(
  foundation: Foundation,
  { push, sms, registry, mailboxes, listeners }: TroubleWitnesses,
): AreaService<'troubleshooter'> {
  const { settings } = foundation;
  return createTroubleshooter({
    ...foundation,
    settings: () => settings.current(),
    pushSettings: () => push.push.settings(undefined),
    listeners,
    gateways: async () => (await sms.gateways.list(undefined)).gateways,
    way: (query) => sms.routes.explain(query),
    sessions: async (query) => (await registry.sessions.list(query)).sessions,
    mailboxState: (accountId) => mailboxes.state(accountId),
  });
}
