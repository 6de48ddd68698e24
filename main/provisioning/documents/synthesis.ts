import { segmentText, type TextSegments } from '../../codecs/gsm-sms/index.ts';
import { encodeUtf8 } from '../../codecs/bytes.ts';
import { synthesisCommand } from '../../codecs/synthesis-command/index.ts';
import type { DataType } from '../../../shared/model/words.ts';
import type { ConfigurationContent, ConfigurationDocuments } from './content.ts';

/** What the client itself calls its databases. */
const clientNames: Readonly<Record<DataType, string>> = {
  contacts: 'contacts',
  calendar: 'events',
  tasks: 'tasks',
  notes: 'notes',
  inbox: 'emails',
  briefcase: 'files',
};

/** The line of commands for a Synthesis client, as a text that its configurator takes. */
export function synthesisDocuments(
  { profile }: ConfigurationContent,
  reference: number,
): ConfigurationDocuments {
  const text = synthesisCommand({
    // Of the same name, the client's own settings stay where the command says nothing.
    action: 'update',
    profile: {
      name: profile.profileName,
      uri: profile.serverUrl,
      user: profile.address,
      databases: profile.folders.map(({ dataType, name }) => ({
        name: clientNames[dataType],
        enabled: true,
        path: name,
      })),
    },
  });
  const cut: TextSegments = segmentText(text, { reference });
  const octets = cut.segments.reduce((sum, { data }) => sum + data.length, 0);
  return {
    documents: [
      {
        name: 'settings',
        text,
        octets,
        body: encodeUtf8(text, 'synthesis-command'),
        dcs: cut.dataCoding,
        parts: cut.segments,
      },
    ],
    pin: null,
  };
}
