import type { ApiClient } from '../api/client.ts';
import { newAcquaintance, phoneContents } from './contents.ts';
import type { DemoEntry } from './contents.ts';
import { office } from './office.ts';

/** Password of every account of the demo; the phones have it in their settings. */
export const demoPassword = 'demo-password';

/** Numbers of a person's phones, which are virtual. */
export function numbersOf(address: string): string[] {
  const person = office.find((one) => one.address === address);
  return (person?.devices ?? []).flatMap(({ number }) => (number === null ? [] : [number]));
}

async function type(client: ApiClient, number: string, entries: DemoEntry[]): Promise<void> {
  for (const entry of entries) await client.simulator.saveItem({ number, ...entry });
}

/**
 * Puts what people carry with them onto their first phones and lets all phones synchronise, and makes
 * folders that the office shares.
 */
export async function fillPhones(client: ApiClient, now: number): Promise<void> {
  for (const [place, { address }] of office.entries()) {
    const [first, ...others] = numbersOf(address);
    if (first === undefined) continue;
    await type(client, first, phoneContents(place, now));
    for (const number of [first, ...others]) await client.simulator.sync({ number });
  }
  const { accounts } = await client.accounts.list();
  const [ada, jan] = ['ada@example.org', 'jan@example.org'].map((address) =>
    accounts.find((account) => account.address === address),
  );
  await client.collections.create({
    accountId: null,
    dataType: 'contacts',
    corporateAccess: 'read',
  });
  if (ada === undefined || jan === undefined) return;
  const team = await client.collections.create({
    accountId: ada.id,
    dataType: 'calendar',
    name: 'Team',
  });
  await client.collections.update({
    id: team.id,
    shares: [{ accountId: jan.id, access: 'write' }],
  });
}

/** Somebody types a new entry into one of the person's phones, which then synchronises by itself. */
export async function meetSomebody(
  client: ApiClient,
  address: string,
  number: number,
): Promise<void> {
  const phones = numbersOf(address);
  const phone = phones[number % phones.length];
  if (phone === undefined) return;
  await type(client, phone, [newAcquaintance(number)]);
  await client.simulator.sync({ number: phone });
}
