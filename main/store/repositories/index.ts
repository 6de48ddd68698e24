import type { Session } from '../session.ts';
import type { Repositories, SecretBox } from '../types.ts';
import { accountsRepository } from './accounts.ts';
import { alertsRepository } from './alerts.ts';
import { changesRepository } from './changes.ts';
import { devicesRepository } from './devices.ts';
import { gatewaysRepository } from './gateways.ts';
import { logRepository } from './log.ts';
import { messagesRepository } from './messages.ts';
import { phonesRepository } from './phones.ts';
import { secretsRepository } from './secrets.ts';
import { valuesRepository } from './values.ts';

/** All repositories on one session. */
export function createRepositories(session: Session, secretBox: SecretBox): Repositories {
  return {
    accounts: accountsRepository(session),
    devices: devicesRepository(session),
    changes: changesRepository(session),
    alerts: alertsRepository(session),
    messages: messagesRepository(session),
    gateways: gatewaysRepository(session),
    log: logRepository(session),
    phones: phonesRepository(session),
    values: valuesRepository(session),
    secrets: secretsRepository(session, secretBox),
  };
}
