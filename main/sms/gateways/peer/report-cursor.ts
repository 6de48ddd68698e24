import { z } from 'zod';
import type { Store } from '../../../store/types.ts';

/** How far the reports of a far side have been read, kept over restarts. */
export interface ReportCursor {
  /** Empty begins with the first report that the far side keeps. */
  read(): Promise<string>;
  write(cursor: string): Promise<void>;
}

const storedSchema = z.object({ address: z.string(), user: z.string(), cursor: z.string() });

/** The cursor of a gateway. It is of no use at another address, or for another user. */
export function createReportCursor(
  values: Store['values'],
  gatewayId: string,
  of: { readonly address: string; readonly user: string },
): ReportCursor {
  const name = `peer:${gatewayId}`;
  return {
    async read() {
      const { data } = storedSchema.safeParse(await values.get(name));
      return data?.address === of.address && data.user === of.user ? data.cursor : '';
    },
    write: (cursor) => values.set(name, { ...of, cursor }),
  };
}
