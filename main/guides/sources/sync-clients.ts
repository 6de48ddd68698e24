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

/** A client that keeps an account with its maker, and is told of a server in its own settings. */
function clientWithAccount(client: 'funambol' | 'memotoo'): GuideSource {
  return {
    clientType: client,
    topic: null,
    blocks: [
      ...before(`${client}.needs`),
      ...addInConsole,
      ...handOver,
      ...switchOn,
      heading('words.phone'),
      trustServer,
      syncValues,
      owner(`${client}.account`),
      owner(`${client}.settings`, 'touch-login'),
      owner(`${client}.import`),
      owner(`${client}.names`, 'touch-names'),
      letServerStart,
      owner(`${client}.sync`, 'touch-sync'),
      ...checkSync,
      ...troubles(`${client}.trouble.1`, `${client}.trouble.2`, `${client}.trouble.3`),
    ],
  };
}

/** Funambol clients. */
export const funambol = clientWithAccount('funambol');

/** The Memotoo client. */
export const memotoo = clientWithAccount('memotoo');

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
