import type { PhoneConfigurationProblem } from '../../../shared/model/phone.ts';
import type { ProvisioningField } from '../../../shared/model/provisioning.ts';
import type { DataType } from '../../../shared/model/words.ts';

/** Settings for a phone's SyncML client, as a message has brought them. */
export interface ReceivedSettings {
  /** What the phone calls the profile. */
  readonly name: string;
  /** Empty where the format has none: such a profile takes alerts of any server. */
  readonly serverId: string;
  readonly url: string;
  readonly user: string;
  readonly password: string | undefined;
  readonly databases: readonly ReceivedDatabase[];
}

/** A database of the server, and what it holds. */
export interface ReceivedDatabase {
  readonly dataType: DataType;
  readonly name: string;
}

/** What a configuration says to a phone that has opened it. */
export interface ReceivedContent {
  readonly fields: readonly ProvisioningField[];
  /** Absent where there is a problem. */
  readonly settings: ReceivedSettings | undefined;
  readonly problem: PhoneConfigurationProblem | null;
}

/** Characters that phones take (S60's tables; wire format of OMA Client Provisioning §4.4). */
const longest = {
  name: 50,
  serverId: 150,
  user: 80,
  password: 22,
  database: 125,
} as const;

/** An address whose port is written down. */
const withPort = /^[a-z]+:\/\/[^/?#]*:\d+(?:[/?#]|$)/iu;

/**
 * What a phone makes of settings. `sync` is undefined where a message says nothing about
 * synchronisation; `others` are its further fields, which are shown only.
 */
export function receivedContent(
  sync: ReceivedSettings | undefined,
  others: readonly ProvisioningField[],
  needsServerId: boolean,
): ReceivedContent {
  if (sync === undefined) return { fields: others, settings: undefined, problem: 'nothing' };
  const problem = problemOf(sync, needsServerId);
  return {
    fields: [...fieldsOf(sync), ...others],
    settings: problem === null ? sync : undefined,
    problem,
  };
}

function problemOf(
  { name, serverId, url, user, password = '', databases }: ReceivedSettings,
  needsServerId: boolean,
): PhoneConfigurationProblem | null {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'http:' && protocol !== 'https:') return 'address';
  if (!withPort.test(url)) return 'port';
  if (needsServerId && serverId === '') return 'server';
  if (user === '') return 'user';
  if (databases.length === 0) return 'folder';
  const isTooLong =
    name.length > longest.name ||
    serverId.length > longest.serverId ||
    user.length > longest.user ||
    password.length > longest.password ||
    databases.some((database) => database.name.length > longest.database);
  return isTooLong ? 'length' : null;
}

function fieldsOf({ name, serverId, url, user, databases }: ReceivedSettings): ProvisioningField[] {
  const sync: readonly (readonly [ProvisioningField['name'], string])[] = [
    ['profile', name],
    ['server', serverId],
    ['url', url],
    ['user', user],
  ];
  return [
    ...sync.flatMap(([field, value]) =>
      value === '' ? [] : [{ group: 'sync', name: field, value } as const],
    ),
    ...databases.map(
      (database) => ({ group: 'folders', name: database.dataType, value: database.name }) as const,
    ),
  ];
}
