import { AppError, invalidField } from '../../../shared/model/errors.ts';
import type { KeywordRule, KeywordRuleInput } from '../../../shared/model/incoming.ts';
import type { AreaService } from '../../api/services.ts';
import type { Events } from '../../platform/events.ts';
import type { Ids } from '../../platform/ids.ts';
import type { Repositories, Store } from '../../store/types.ts';
import { incomingLimits } from '../incoming/limits.ts';

const defaultLimit = 100;
/** RFC 5321 §4.1.2, as far as it keeps typing mistakes out. */
const mailAddress = /^[^\s@]{1,64}@[^\s@]{1,255}$/u;

/** What the area works with. */
export interface IncomingAreaDeps {
  readonly store: Store;
  readonly ids: Ids;
  readonly events: Events;
}

/** The area `incoming` of the contract. */
export function createIncomingArea({
  store,
  ids,
  events,
}: IncomingAreaDeps): AreaService<'incoming'> {
  const changed = (id: string | null = null): void => events.emit({ kind: 'incoming', id });

  return {
    async list(query) {
      const { unread, before, limit = defaultLimit } = query ?? {};
      const found = await store.incoming.list({ unread, before, limit });
      const gateways = await store.gateways.list();
      const names = new Map(gateways.map(({ id, name }) => [id, name]));
      const messages = found.messages.map((message) => ({
        ...message,
        gatewayName: names.get(message.gatewayId) ?? message.gatewayId,
      }));
      return { ...found, messages };
    },

    async setRead({ ids: which, read }) {
      await store.transaction((tx) => tx.incoming.setRead(which, read));
      changed();
      return { done: true };
    },

    async remove({ ids: which }) {
      await store.transaction((tx) => tx.incoming.remove(which));
      changed();
      return { done: true };
    },

    rules: async () => ({ rules: await store.keywordRules.list() }),

    async createRule(input) {
      const rule = await store.transaction(async (tx) => {
        const rules = await tx.keywordRules.list();
        if (rules.length >= incomingLimits.rules) {
          throw new AppError('TOO_LARGE', { params: { max: incomingLimits.rules } });
        }
        const last = rules.at(-1)?.position ?? -1;
        const made = withInput({ ...emptyRule, id: ids.next(), position: last + 1 }, input);
        await check(tx, made, rules);
        await tx.keywordRules.insert(made);
        return made;
      });
      changed();
      return rule;
    },

    async updateRule({ id, position, ...input }) {
      const rule = await store.transaction(async (tx) => {
        const rules = await tx.keywordRules.list();
        const known = rules.find((each) => each.id === id);
        if (known === undefined) throw new AppError('NOT_FOUND', { params: { id } });
        const wanted = withInput(known, input);
        await check(tx, wanted, rules);
        const others = rules.filter((each) => each.id !== id);
        const at = Math.min(position ?? rules.indexOf(known), others.length);
        const inOrder = [...others.slice(0, at), wanted, ...others.slice(at)];
        for (const [index, each] of inOrder.entries()) {
          const isSame = each !== wanted && each.position === index;
          if (!isSame) await tx.keywordRules.update({ ...each, position: index });
        }
        return { ...wanted, position: at };
      });
      changed();
      return rule;
    },

    async removeRule({ id }) {
      const rules = await store.keywordRules.list();
      if (!rules.some((rule) => rule.id === id)) {
        throw new AppError('NOT_FOUND', { params: { id } });
      }
      await store.keywordRules.remove(id);
      changed();
      return { done: true };
    },
  };
}

const emptyRule = {
  accountId: null,
  mailTo: '',
  active: true,
  keyword: '',
  action: 'discard',
} as const;

/** Any settings of a rule; undefined leaves one as it is. */
type Changes = { readonly [Name in keyof KeywordRuleInput]?: KeywordRuleInput[Name] | undefined };

function withInput(rule: KeywordRule, input: Changes): KeywordRule {
  const { keyword, action, accountId, mailTo, active } = input;
  const wanted = {
    ...rule,
    keyword: keyword ?? rule.keyword,
    action: action ?? rule.action,
    active: active ?? rule.active,
    accountId: accountId === undefined ? rule.accountId : accountId,
    mailTo: mailTo ?? rule.mailTo,
  };
  // What the action does not use would come to light when somebody changes the action.
  return {
    ...wanted,
    accountId: wanted.action === 'account' ? wanted.accountId : null,
    mailTo: wanted.action === 'mail' ? wanted.mailTo : '',
  };
}

async function check(
  tx: Repositories,
  rule: KeywordRule,
  rules: readonly KeywordRule[],
): Promise<void> {
  if (/\s/u.test(rule.keyword)) throw invalidField('keyword', 'invalid');
  const isTaken = rules.some(
    ({ id, keyword }) => id !== rule.id && keyword.toLowerCase() === rule.keyword.toLowerCase(),
  );
  if (isTaken) throw invalidField('keyword', 'duplicate');
  if (rule.action === 'mail' && !mailAddress.test(rule.mailTo)) {
    throw invalidField('mailTo', rule.mailTo === '' ? 'required' : 'not-an-address');
  }
  if (rule.action !== 'account') return;
  if (rule.accountId === null) throw invalidField('accountId', 'required');
  if ((await tx.accounts.get(rule.accountId)) === undefined) {
    throw invalidField('accountId', 'unknown');
  }
}
