import type { Session } from '../session.ts';
import type { Repositories, SecretBox } from '../types.ts';
import { accountsRepository } from './accounts.ts';
import { alertsRepository } from './alerts.ts';
import { budgetsRepository } from './budgets.ts';
import { changesRepository } from './changes.ts';
import { collectionsRepository } from './collections.ts';
import { provisioningRepository } from './configurations.ts';
import { deliveriesRepository } from './deliveries.ts';
import { devicesRepository } from './devices.ts';
import { gatewaysRepository } from './gateways.ts';
import { incomingRepository } from './incoming.ts';
import { itemsRepository } from './items.ts';
import { keywordRulesRepository } from './keyword-rules.ts';
import { logRepository } from './log.ts';
import { messagesRepository } from './messages.ts';
import { phoneDataRepository } from './phone-data.ts';
import { phoneProfilesRepository } from './phone-profiles.ts';
import { phonesRepository } from './phones.ts';
import { pricesRepository } from './prices.ts';
import { routesRepository } from './routes.ts';
import { queueRepository } from './queue.ts';
import { secretsRepository } from './secrets.ts';
import type { SealedElsewhere } from './secrets.ts';
import { sessionsRepository } from './sessions.ts';
import { smsApiRepository } from './sms-api.ts';
import { smsUsersRepository } from './sms-users.ts';
import { syncStateRepository } from './sync.ts';
import { usageRepository } from './usage.ts';
import { valuesRepository } from './values.ts';

/** All repositories on one session. */
export function createRepositories(
  session: Session,
  secretBox: SecretBox,
  elsewhere: SealedElsewhere,
): Repositories {
  return {
    accounts: accountsRepository(session),
    devices: devicesRepository(session),
    changes: changesRepository(session),
    alerts: alertsRepository(session),
    messages: messagesRepository(session),
    deliveries: deliveriesRepository(session),
    queue: queueRepository(session),
    gateways: gatewaysRepository(session),
    log: logRepository(session),
    phones: phonesRepository(session),
    values: valuesRepository(session),
    secrets: secretsRepository(session, secretBox, elsewhere),
    collections: collectionsRepository(session),
    items: itemsRepository(session),
    sync: syncStateRepository(session),
    sessions: sessionsRepository(session),
    phoneData: phoneDataRepository(session),
    provisioning: provisioningRepository(session),
    phoneProfiles: phoneProfilesRepository(session),
    smsUsers: smsUsersRepository(session),
    smsApi: smsApiRepository(session),
    routes: routesRepository(session),
    prices: pricesRepository(session),
    budgets: budgetsRepository(session),
    usage: usageRepository(session),
    incoming: incomingRepository(session),
    keywordRules: keywordRulesRepository(session),
  };
}
