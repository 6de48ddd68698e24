import type { ApiClient } from '../api/client.ts';
import type { FakeClock } from '../platform/fake-clock.ts';
import type { Letter } from './letters.ts';

/** So long a virtual phone takes to report at most; nothing else happens meanwhile. */
const REPORT_MS = 2_000;
const HOUR_MS = 3_600_000;

/** What the SMS of the office are written with. */
export interface PostOfficeDeps {
  readonly client: ApiClient;
  readonly clock: FakeClock;
  /** A gateway that is off. */
  readonly spareId: string;
}

/** Makes what writes an SMS as a person does, and waits for its report. */
export async function createPostOffice({
  client,
  clock,
  spareId,
}: PostOfficeDeps): Promise<(letter: Letter) => Promise<void>> {
  const { accounts } = await client.accounts.list();
  const ids = new Map(accounts.map(({ address, id }) => [address, id]));
  return async ({ from, number, text, fate }) => {
    if (from === null) {
      await client.simulator.reply({ number, text });
      return;
    }
    const accountId = ids.get(from);
    const isByTheSpare = fate === 'spare' || fate === 'dropped';
    const { id } = await client.messages.send({
      ...{ number, text },
      ...(accountId === undefined ? {} : { accountId }),
      ...(fate === 'bulk' ? { bulk: true } : {}),
      ...(isByTheSpare ? { gatewayId: spareId, expiresInMs: HOUR_MS } : {}),
    });
    await clock.advance(REPORT_MS);
    if (fate === 'dropped') await client.messages.drop({ id });
  };
}
