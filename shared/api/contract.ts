import { accountsContract } from './accounts.ts';
import { devicesContract } from './devices.ts';
import { gatewaysContract } from './gateways.ts';
import { guidesContract } from './guides.ts';
import { liveContract, logContract } from './log.ts';
import { messagesContract } from './messages.ts';
import { alertsContract, changesContract, pushContract, tracesContract } from './push.ts';
import { provisioningContract } from './provisioning.ts';
import {
  budgetsContract,
  costsContract,
  incomingContract,
  routesContract,
  smsUsersContract,
} from './sms.ts';
import {
  collectionsContract,
  holdsContract,
  itemsContract,
  pendingContract,
  sessionsContract,
} from './sync.ts';
import {
  catalogueContract,
  settingsContract,
  simulatorContract,
  systemContract,
} from './system.ts';
import { troubleshooterContract } from './troubleshooter.ts';

/**
 * The contract between the services and every reader: the console over a message port or a
 * WebSocket, and programs over `POST /api/<area>/<procedure>`.
 */
export const contract = {
  accounts: accountsContract,
  devices: devicesContract,
  catalogue: catalogueContract,
  push: pushContract,
  changes: changesContract,
  alerts: alertsContract,
  traces: tracesContract,
  gateways: gatewaysContract,
  messages: messagesContract,
  routes: routesContract,
  smsUsers: smsUsersContract,
  costs: costsContract,
  budgets: budgetsContract,
  incoming: incomingContract,
  sessions: sessionsContract,
  pending: pendingContract,
  items: itemsContract,
  collections: collectionsContract,
  holds: holdsContract,
  log: logContract,
  live: liveContract,
  simulator: simulatorContract,
  provisioning: provisioningContract,
  guides: guidesContract,
  troubleshooter: troubleshooterContract,
  settings: settingsContract,
  system: systemContract,
};
export type Contract = typeof contract;
