import { heading, owner } from '../source.ts';
import type { GuideSource } from '../source.ts';
import {
  addInConsole,
  allSyncValues,
  before,
  checkSync,
  handOver,
  letServerStart,
  sendWithoutPin,
  switchOn,
  syncValues,
  troubles,
  trustServer,
} from './groups.ts';

/** The Synthesis client. */
export const synthesis: GuideSource = {
  clientType: 'synthesis',
  topic: null,
  blocks: [
    ...before('synthesis.needs'),
    ...addInConsole,
    ...sendWithoutPin,
    ...switchOn,
    heading('words.phone'),
    trustServer,
    owner('synthesis.message'),
    owner('synthesis.settings', 'touch-client'),
    syncValues,
    owner('synthesis.names', 'touch-names'),
    letServerStart,
    owner('synthesis.sync', 'touch-sync'),
    ...checkSync,
    ...troubles('synthesis.trouble.1', 'synthesis.trouble.2', 'synthesis.trouble.3'),
  ],
};

/** Funambol clients. */
export const funambol: GuideSource = {
  clientType: 'funambol',
  topic: null,
  blocks: [
    ...before('funambol.needs'),
    ...addInConsole,
    ...handOver,
    ...switchOn,
    heading('words.phone'),
    trustServer,
    syncValues,
    owner('funambol.account'),
    owner('funambol.settings', 'touch-login'),
    owner('funambol.import'),
    owner('funambol.names', 'touch-names'),
    letServerStart,
    owner('funambol.sync', 'touch-sync'),
    ...checkSync,
    ...troubles('funambol.trouble.1', 'funambol.trouble.2', 'funambol.trouble.3'),
  ],
};

/** The Memotoo client. */
export const memotoo: GuideSource = {
  clientType: 'memotoo',
  topic: null,
  blocks: [
    ...before('memotoo.needs'),
    ...addInConsole,
    ...handOver,
    ...switchOn,
    heading('words.phone'),
    trustServer,
    syncValues,
    owner('memotoo.account'),
    owner('memotoo.settings', 'touch-login'),
    owner('memotoo.import'),
    owner('memotoo.names', 'touch-names'),
    letServerStart,
    owner('memotoo.sync', 'touch-sync'),
    ...checkSync,
    ...troubles('memotoo.trouble.1', 'memotoo.trouble.2', 'memotoo.trouble.3'),
  ],
};

/** Any other SyncML client. */
export const other: GuideSource = {
  clientType: 'other',
  topic: null,
  blocks: [
    ...before('other.needs'),
    ...addInConsole,
    ...handOver,
    ...switchOn,
    heading('words.phone'),
    trustServer,
    allSyncValues,
    owner('other.profile'),
    owner('other.settings', 'keypad-form'),
    owner('other.names', 'touch-names'),
    letServerStart,
    owner('other.sync', 'keypad-sync'),
    ...checkSync,
    ...troubles('other.trouble.1', 'other.trouble.2', 'other.trouble.3'),
  ],
};
