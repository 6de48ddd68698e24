import type { Session } from '../../shared/model/session.ts';
import type { SessionRow } from '../store/sync-types.ts';

/** Stored sessions as the API shows them. */
export type ShowSessions = (rows: readonly SessionRow[]) => Promise<Session[]>;
