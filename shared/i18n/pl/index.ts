import type { en } from '../en/index.ts';
import type { Translated } from '../types.ts';
import { accounts } from './accounts.ts';
import { attention } from './attention.ts';
import { collections, holds } from './collections.ts';
import { common } from './common.ts';
import { devicePage } from './device-page.ts';
import { devices } from './devices.ts';
import { dissect } from './dissect.ts';
import { errors, fieldErrors } from './errors.ts';
import { gatewayAdvice, gatewaysPage } from './gateways-page.ts';
import { guides } from './guides.ts';
import { itemFields, items, itemTimes, itemWords } from './items.ts';
import { log } from './log.ts';
import { logView } from './log-view.ts';
import { nav } from './nav.ts';
import { overview } from './overview.ts';
import { phones } from './phones.ts';
import {
  configurationStates,
  provisioning,
  provisioningFields,
  provisioningFormats,
  provisioningReasons,
} from './provisioning.ts';
import { provisioningPage, provisioningSecurities } from './provisioning-page.ts';
import { portal } from './portal.ts';
import { push } from './push.ts';
import { alertReasons, clientTypeReasons, deviceReasons, gatewayReasons } from './reasons.ts';
import { routesPage } from './routes-page.ts';
import { session, syncStatuses } from './session.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';
import { shortcuts } from './shortcuts.ts';
import { sms } from './sms.ts';
import { sync } from './sync.ts';
import {
  certificateModes,
  conflictPolicies,
  sessionReasons,
  sessionStates,
  syncModes,
  versionReasons,
} from './sync-words.ts';
import { trace, traceBytes, traceSteps } from './trace.ts';
import { troubleshooter } from './troubleshooter.ts';
import {
  alertStates,
  changeSources,
  channels,
  clientTypes,
  dataTypes,
  listeners,
  logAreas,
  logLevels,
  messageStates,
  outcomes,
  states,
  syncTypes,
} from './words.ts';
import { messageReasons, messageSources, messagesPage, reportStates } from './messages-page.ts';
import { sendSms } from './send-sms.ts';
import { costsPage } from './costs-page.ts';
import { smsUsersPage } from './sms-users-page.ts';
import { budgetsPage } from './budgets-page.ts';
import { incomingPage } from './incoming-page.ts';

/** All texts of the console in Polish. */
export const pl: Translated<typeof en> = {
  accounts,
  alertReasons,
  alertStates,
  attention,
  changeSources,
  channels,
  clientTypeReasons,
  clientTypes,
  collections,
  common,
  configurationStates,
  dataTypes,
  devicePage,
  deviceReasons,
  devices,
  dissect,
  errors,
  fieldErrors,
  gatewayAdvice,
  gatewayReasons,
  gatewaysPage,
  guides,
  listeners,
  holds,
  itemFields,
  items,
  itemTimes,
  itemWords,
  log,
  logAreas,
  logLevels,
  logView,
  messageStates,
  nav,
  outcomes,
  overview,
  phones,
  provisioning,
  provisioningFields,
  provisioningFormats,
  provisioningReasons,
  provisioningPage,
  provisioningSecurities,
  portal,
  push,
  routesPage,
  session,
  settings,
  setup,
  shell,
  shortcuts,
  sms,
  states,
  sync,
  syncStatuses,
  syncTypes,
  certificateModes,
  conflictPolicies,
  sessionReasons,
  sessionStates,
  syncModes,
  versionReasons,
  trace,
  traceBytes,
  traceSteps,
  troubleshooter,
  messageReasons,
  messageSources,
  messagesPage,
  reportStates,
  sendSms,
  costsPage,
  smsUsersPage,
  budgetsPage,
  incomingPage,
};
