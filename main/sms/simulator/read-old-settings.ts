import type { ProvisioningField } from '../../../shared/model/provisioning.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { BrowserSettings, SyncSettings } from '../../codecs/ota-settings/index.ts';
import type { SynthesisCommand } from '../../codecs/synthesis-command/index.ts';
import { databasesOf } from './database-types.ts';
import { receivedContent } from './received-settings.ts';
import type { ReceivedContent } from './received-settings.ts';

/** Names that a Synthesis client has for its own databases. */
const synthesisTypes: Readonly<Record<string, DataType>> = {
  contacts: 'contacts',
  events: 'calendar',
  calendar: 'calendar',
  todos: 'tasks',
  tasks: 'tasks',
  notes: 'notes',
  memos: 'notes',
  emails: 'inbox',
  files: 'briefcase',
};

/** Reads the profile of an older Nokia or Sony Ericsson. It names no server. */
export function readSyncSettings(settings: SyncSettings): ReceivedContent {
  const { name, hostAddress, authentication, databases } = settings;
  return receivedContent(
    {
      name,
      serverId: '',
      url: hostAddress,
      user: authentication?.username ?? '',
      password: authentication?.password,
      databases: databasesOf(
        databases.map(({ uri, contentType }) => ({ uri, mediaType: contentType })),
      ),
    },
    [],
    false,
  );
}

/** Reads the settings of an older phone's browser: its way into the internet, and no more. */
export function readBrowserSettings({ name, addresses }: BrowserSettings): ReceivedContent {
  const point = addresses
    .flat()
    .find((parameter) => parameter.name === 'GPRS_ACCESSPOINTNAME')?.value;
  const fields: ProvisioningField[] = [];
  if (name !== undefined) fields.push({ group: 'connection', name: 'access-point', value: name });
  if (point !== undefined) fields.push({ group: 'connection', name: 'apn', value: point });
  return receivedContent(undefined, fields, false);
}

/** Reads a command to a Synthesis client. It names no server; one that removes has no settings. */
export function readSynthesisCommand(command: SynthesisCommand): ReceivedContent {
  if (command.action === 'delete') return receivedContent(undefined, [], false);
  const { name, uri = '', uriPath = '', user = '', password, databases } = command.profile;
  return receivedContent(
    {
      name,
      serverId: '',
      url: `${uri}${uriPath}`,
      user,
      password,
      databases: databases.flatMap((database) => {
        const dataType = synthesisTypes[database.name.toLowerCase()];
        const isUsed = database.enabled !== false && database.path !== undefined;
        return dataType === undefined || !isUsed ? [] : [{ dataType, name: database.path ?? '' }];
      }),
    },
    [],
    false,
  );
}
