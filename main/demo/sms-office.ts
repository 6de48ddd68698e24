import type { ApiClient } from '../api/client.ts';
import { demoPassword } from './fill-phones.ts';

/** Account whose budget of SMS the demo shows near its end. */
export const thriftyAddress = 'office@example.org';

/** Ways out of the demo that its history needs to know. */
export interface DemoWays {
  /** A provider that is off: what is bound to it waits. */
  readonly spareId: string;
}

/**
 * The ways out: the simulator carries everything. A provider, a modem and a link to a carrier are
 * there to be looked at; they are added switched off, so that nothing is opened or called.
 */
export async function setUpWays(client: ApiClient): Promise<DemoWays> {
  const { gateways, routes, costs } = client;
  const simulator = await gateways.create({ kind: 'simulator', name: 'Simulator', priority: 1 });
  const spare = await gateways.create({
    kind: 'http',
    name: 'Spare provider (example)',
    url: 'https://sms.example.org/send?to=%number%&udh=%udh;hex%&data=%data;hex%',
    priority: 50,
    active: false,
  });
  await gateways.create({
    kind: 'modem',
    name: 'Office modem',
    path: '/dev/ttyUSB0',
    priority: 30,
    perDay: 200,
    perMonth: 3_000,
    active: false,
  });
  await gateways.create({
    kind: 'smpp',
    name: 'Carrier',
    host: 'smpp.example.net',
    systemId: 'pushdesk',
    password: demoPassword,
    sender: 'Pushdesk',
    priority: 40,
    active: false,
  });
  await routes.create({
    name: 'Poland',
    prefixes: ['+48'],
    gateways: [
      { gatewayId: simulator.id, weight: 1 },
      { gatewayId: spare.id, weight: 1 },
    ],
  });
  await client.settings.update({ sms: { partPrice: 0.06, currency: 'EUR' } });
  await costs.setPrices({
    gatewayId: simulator.id,
    prices: [
      { prefix: '+48', price: 0.021 },
      { prefix: '+420', price: 0.035 },
    ],
  });
  return { spareId: spare.id };
}

async function accountOf(client: ApiClient, address: string): Promise<string | null> {
  const { accounts } = await client.accounts.list();
  return accounts.find((account) => account.address === address)?.id ?? null;
}

/** Who may use how many SMS, and what is done with those that come in. */
export async function setUpSms(client: ApiClient): Promise<void> {
  const { smsUsers, budgets, incoming } = client;
  await smsUsers.create({ name: 'Helpdesk', password: demoPassword, monthlyLimit: 500 });
  await budgets.set({
    ...{ scope: 'device', id: null },
    ...{ perMinute: null, perDay: 200, perMonth: 3_000 },
  });
  const accountId = await accountOf(client, thriftyAddress);
  await incoming.createRule({ keyword: 'info', action: 'account', accountId });
  await incoming.createRule({ keyword: 'stop', action: 'discard' });
  if (accountId === null) return;
  const generous = { perMinute: null, perDay: null, perMonth: 10_000 };
  await budgets.set({ scope: 'account', id: accountId, ...generous });
}

/** At the end of the week somebody cuts the front desk's budget to little more than it has used. */
export async function nearTheBudget(client: ApiClient): Promise<void> {
  const { budgets } = await client.budgets.list();
  for (const { scope, id, usedThisMonth: used } of budgets) {
    if (scope !== 'account') continue;
    // Above 80 %, where the overview speaks of it; but some are left, so that nothing has to wait. A
    // month that has just begun is not that far.
    const perMonth = Math.max(used + 8, Math.floor(used * 1.24));
    await client.budgets.set({ scope, id, perMinute: null, perDay: null, perMonth });
  }
}
