import type { IncomingRow } from '../../store/incoming-types.ts';
import type { Repositories } from '../../store/types.ts';
import type { SmsSettings } from '../queue/queue-deps.ts';
import { incomingLimits } from './limits.ts';
import type { WholeMessage } from './collect.ts';

const hourMs = 3_600_000;
/** An address between number signs, anywhere in the text. */
const addressInText = /#\s*([^#\s@]{1,64}@[^#\s@]{1,255})\s*#/u;

/** Whom an incoming SMS is for. */
export interface Recipient extends Pick<IncomingRow, 'matched' | 'accountId' | 'mailTo'> {
  /** Nobody wants it: a rule throws it away. */
  readonly isDiscarded: boolean;
}

/**
 * Finds whom an SMS is for: an account whose address stands in it between number signs, else the one
 * who wrote to its sender within the window, else what the first rule says whose keyword is its first
 * word. Of several who wrote nobody is chosen.
 */
export async function findRecipient(
  tx: Repositories,
  { number, text }: Pick<WholeMessage, 'number' | 'text'>,
  settings: Pick<SmsSettings, 'addressInText' | 'replyHours'>,
  now: number,
): Promise<Recipient> {
  const told = settings.addressInText ? addressInText.exec(text)?.[1] : undefined;
  if (told !== undefined) {
    const account = await tx.accounts.getByAddress(told.toLowerCase());
    // An address of nobody here gets nothing: anybody can send an SMS.
    if (account !== undefined) return forAccount('address', account.id, account.address);
  }
  if (settings.replyHours > 0) {
    const since = now - settings.replyHours * hourMs;
    const writers = await tx.incoming.listWriters(number, since, incomingLimits.writers);
    const [writer] = writers;
    if (writers.length > 1) return nobody('conflict');
    const account = writer === undefined ? undefined : await tx.accounts.get(writer);
    if (account !== undefined) return forAccount('reply', account.id, account.address);
  }
  return await byKeyword(tx, text);
}

async function byKeyword(tx: Repositories, text: string): Promise<Recipient> {
  const word = (/^\s*(\S+)/u.exec(text)?.[1] ?? '').toLowerCase();
  for (const rule of await tx.keywordRules.list()) {
    const isMatch = rule.keyword === '*' || rule.keyword.toLowerCase() === word;
    if (!rule.active || !isMatch) continue;
    if (rule.action === 'discard') return { ...nobody('keyword'), isDiscarded: true };
    if (rule.action === 'mail') {
      return { matched: 'keyword', accountId: null, mailTo: rule.mailTo, isDiscarded: false };
    }
    const account = rule.accountId === null ? undefined : await tx.accounts.get(rule.accountId);
    // The account of a rule may be gone; the next rule may know better.
    if (account !== undefined) return forAccount('keyword', account.id, account.address);
  }
  return nobody('none');
}

function forAccount(matched: IncomingRow['matched'], accountId: string, mailTo: string): Recipient {
  return { matched, accountId, mailTo, isDiscarded: false };
}

function nobody(matched: IncomingRow['matched']): Recipient {
  return { matched, accountId: null, mailTo: null, isDiscarded: false };
}
