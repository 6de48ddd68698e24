import { writeFault } from './fault.ts';
import type { AreaService } from '../api/services.ts';
import { createSmsUsersArea } from './areas/sms-users-area.ts';
import type { SmsHttp } from './http/ports.ts';
import { createReports } from './http/reports.ts';
import { createSmsHttp } from './http/sms-http.ts';
import type { SmsHttpDeps } from './http/sms-http.ts';
import type { QueueDeps } from './queue/queue-deps.ts';
import { createSmsUsers } from './users/sms-users.ts';

/** How other programs hand in SMS: the users, what they are told, and the API at `/sms/`. */
export interface SmsAccess {
  /** Who follows what becomes of messages, in the place of those that were given. */
  readonly outcomes: QueueDeps['outcomes'];
  /** Opens the API on the queue. */
  open(way: Pick<SmsHttpDeps, 'submitter' | 'findGateway' | 'providerReports'>): {
    readonly http: SmsHttp;
    readonly area: AreaService<'smsUsers'>;
  };
  load(): Promise<void>;
  stop(): Promise<void>;
}

/** Makes it. */
export function createSmsAccess(deps: QueueDeps): SmsAccess {
  const onFault = (error: unknown): void => writeFault(deps, error);
  const users = createSmsUsers({ ...deps, onFault });
  const reports = createReports({ ...deps, users });
  return {
    outcomes: reports.outcomes,
    open(way) {
      const hasGateway = (id: string): boolean => way.findGateway(id) === id;
      return {
        http: createSmsHttp({ ...deps, ...way, users, reports, onFault }),
        area: createSmsUsersArea({ ...deps, users, hasGateway }),
      };
    },
    load: () => users.load(),
    stop: () => users.stop(),
  };
}
