import { heading, note, owner } from '../source.ts';
import type { GuideSource } from '../source.ts';
import {
  addInConsole,
  before,
  checkSync,
  sendBySms,
  sendWithoutPin,
  switchOn,
  syncValues,
  takeMessage,
  troubles,
  trustServer,
} from './groups.ts';

/** Nokia phones. */
export const nokia: GuideSource = {
  clientType: 'nokia',
  topic: null,
  blocks: [
    ...before('nokia.needs'),
    ...addInConsole,
    ...sendBySms,
    ...switchOn,
    heading('words.phone'),
    trustServer,
    ...takeMessage,
    owner('nokia.password', 'keypad-password'),
    owner('nokia.requests', 'keypad-requests'),
    note('info', 'owner.requests-why'),
    note('info', 'nokia.model'),
    owner('nokia.sync', 'keypad-sync'),
    syncValues,
    ...checkSync,
    ...troubles('nokia.trouble.1', 'nokia.trouble.2', 'nokia.trouble.3', 'nokia.trouble.4'),
  ],
};

/** Nokia phones until 2004. */
export const nokiaOld: GuideSource = {
  clientType: 'nokia-old',
  topic: null,
  blocks: [
    ...before('nokia-old.needs'),
    ...addInConsole,
    ...sendWithoutPin,
    ...switchOn,
    heading('words.phone'),
    owner('nokia-old.message', 'keypad-message'),
    owner('nokia-old.password', 'keypad-password'),
    owner('nokia-old.requests', 'keypad-requests'),
    owner('nokia-old.sync', 'keypad-sync'),
    syncValues,
    ...checkSync,
    ...troubles('nokia-old.trouble.1', 'nokia-old.trouble.2', 'nokia-old.trouble.3'),
  ],
};

/** Sony Ericsson phones. */
export const sonyEricsson: GuideSource = {
  clientType: 'sony-ericsson',
  topic: null,
  blocks: [
    ...before('sony-ericsson.needs'),
    note('info', 'sony-ericsson.no-push'),
    ...addInConsole,
    ...sendBySms,
    heading('words.phone'),
    trustServer,
    ...takeMessage,
    owner('sony-ericsson.password', 'keypad-password'),
    owner('sony-ericsson.sync', 'keypad-sync'),
    owner('sony-ericsson.interval'),
    syncValues,
    ...checkSync,
    ...troubles('sony-ericsson.trouble.1', 'sony-ericsson.trouble.2', 'sony-ericsson.trouble.3'),
  ],
};

/** Sony Ericsson phones until 2004. */
export const sonyEricssonOld: GuideSource = {
  clientType: 'sony-ericsson-old',
  topic: null,
  blocks: [
    ...before('sony-ericsson-old.needs'),
    note('info', 'sony-ericsson.no-push'),
    ...addInConsole,
    ...sendWithoutPin,
    heading('words.phone'),
    owner('sony-ericsson-old.message', 'keypad-saved'),
    owner('sony-ericsson-old.password', 'keypad-form'),
    owner('sony-ericsson-old.sync', 'keypad-sync'),
    syncValues,
    ...checkSync,
    ...troubles(
      'sony-ericsson-old.trouble.1',
      'sony-ericsson-old.trouble.2',
      'sony-ericsson-old.trouble.3',
    ),
  ],
};
