import { z } from 'zod';
import { provisioningFormatSchema } from '../model/provisioning.ts';
import type { ProvisioningFormat } from '../model/provisioning.ts';
import { clientTypeIdSchema, dataTypeSchema } from '../model/words.ts';
import type { ClientTypeId, DataType } from '../model/words.ts';

/** A folder that a client type offers, with the name its databases have as delivered. */
export const catalogueFolderSchema = z.object({
  dataType: dataTypeSchema,
  name: z.string(),
  /** MIME type that SAN 1.0 and 1.1 name for the folder. */
  mime: z.string(),
  /** 24-bit content type code of SAN 1.2; 0 leaves it open. */
  contentType: z.number().int(),
  /** Ticked on a new device. */
  enabled: z.boolean(),
});
export type CatalogueFolder = z.infer<typeof catalogueFolderSchema>;

/** A row of the catalogue: what a kind of phone or client can do. */
export const clientTypeSchema = z.object({
  id: clientTypeIdSchema,
  label: z.string(),
  push: z.object({
    isPossible: z.boolean(),
    /** Why not: `clientTypeReasons.<reason>`. */
    reason: z.enum(['no-server-alerts', 'uses-activesync']).nullable(),
  }),
  /** Settings by SMS: in which form, or why not. */
  otaConfiguration: z.object({
    isPossible: z.boolean(),
    reason: z.enum(['no-ota-format', 'uses-profile']).nullable(),
    format: provisioningFormatSchema.nullable(),
  }),
  /** What a link leads its owner to: a configuration profile, or a page to copy from. */
  link: z.enum(['profile', 'page']),
  /** Version of the notification that the client understands. */
  alertVersion: z.enum(['1.2', '1.1', '1.0']),
  /** Whether alerts are shown by default, for clients that ignore background ones. */
  folders: z.array(catalogueFolderSchema),
});
export type ClientType = z.infer<typeof clientTypeSchema>;

const mimes: Readonly<Record<DataType, string>> = {
  contacts: 'text/x-vcard',
  calendar: 'text/x-vcalendar',
  tasks: 'text/x-vcalendar',
  notes: 'text/plain',
  inbox: 'application/vnd.omads-email+xml',
  briefcase: 'application/vnd.omads-file+xml',
};

const contactsAndCalendar: ReadonlySet<DataType> = new Set<DataType>(['contacts', 'calendar']);

function offer(names: Partial<Record<DataType, string>>): CatalogueFolder[] {
  return dataTypeSchema.options.flatMap((dataType) => {
    const name = names[dataType];
    return name === undefined
      ? []
      : [
          {
            dataType,
            name,
            mime: mimes[dataType],
            // Nokia phones take only the code that they know for a database, and 0 always passes.
            contentType: 0,
            enabled: contactsAndCalendar.has(dataType),
          },
        ];
  });
}

const possible = { isPossible: true, reason: null } as const;
const noFormat = { isPossible: false, reason: 'no-ota-format', format: null } as const;
const takesProfile = { isPossible: false, reason: 'uses-profile', format: null } as const;

function byFormat(format: ProvisioningFormat): ClientType['otaConfiguration'] {
  return { isPossible: true, reason: null, format };
}

const sonyEricssonNames = {
  contacts: './contacts',
  calendar: './calendar',
  tasks: './tasks',
  notes: './notes',
} as const;

/** The catalogue, in the order in which it is offered. */
export const clientTypes: readonly ClientType[] = [
  {
    id: 'nokia',
    label: 'Nokia',
    push: possible,
    otaConfiguration: byFormat('oma-cp'),
    link: 'page',
    alertVersion: '1.2',
    folders: offer({ contacts: 'Contacts', calendar: 'Calendar', notes: 'Notes', inbox: 'Inbox' }),
  },
  {
    id: 'nokia-old',
    label: 'Nokia (until 2004)',
    push: possible,
    otaConfiguration: byFormat('sync-settings'),
    link: 'page',
    alertVersion: '1.1',
    folders: offer({ contacts: 'Contacts', calendar: 'Calendar' }),
  },
  {
    id: 'sony-ericsson',
    label: 'Sony Ericsson',
    push: { isPossible: false, reason: 'no-server-alerts' },
    otaConfiguration: byFormat('oma-cp'),
    link: 'page',
    alertVersion: '1.1',
    folders: offer(sonyEricssonNames),
  },
  {
    id: 'sony-ericsson-old',
    label: 'Sony Ericsson (until 2004)',
    push: { isPossible: false, reason: 'no-server-alerts' },
    otaConfiguration: byFormat('sync-settings'),
    link: 'page',
    alertVersion: '1.0',
    folders: offer(sonyEricssonNames),
  },
  {
    id: 'synthesis',
    label: 'Synthesis',
    push: possible,
    otaConfiguration: byFormat('synthesis'),
    link: 'page',
    alertVersion: '1.2',
    folders: offer({
      contacts: 'contacts',
      calendar: 'events',
      tasks: 'tasks',
      notes: 'notes',
      inbox: 'emails',
    }),
  },
  {
    id: 'funambol',
    label: 'Funambol',
    push: possible,
    otaConfiguration: noFormat,
    link: 'page',
    alertVersion: '1.2',
    folders: offer({
      contacts: 'scard',
      calendar: 'scal',
      tasks: 'stask',
      notes: 'snote',
      inbox: 'mail',
      briefcase: 'briefcase',
    }),
  },
  {
    id: 'memotoo',
    label: 'Memotoo',
    push: possible,
    otaConfiguration: noFormat,
    link: 'page',
    alertVersion: '1.2',
    folders: offer({ contacts: 'card', calendar: 'event', tasks: 'task', notes: 'note' }),
  },
  {
    id: 'ios',
    label: 'iPhone, iPad',
    push: { isPossible: false, reason: 'uses-activesync' },
    otaConfiguration: takesProfile,
    link: 'profile',
    alertVersion: '1.2',
    folders: offer({ contacts: 'contacts', calendar: 'events', tasks: 'tasks', notes: 'notes' }),
  },
  {
    id: 'android',
    label: 'Android',
    push: { isPossible: false, reason: 'uses-activesync' },
    otaConfiguration: takesProfile,
    link: 'page',
    alertVersion: '1.2',
    folders: offer({ contacts: 'contacts', calendar: 'events', tasks: 'tasks', notes: 'notes' }),
  },
  {
    id: 'other',
    label: 'Other SyncML client',
    push: possible,
    otaConfiguration: noFormat,
    link: 'page',
    alertVersion: '1.2',
    folders: offer({
      contacts: 'contacts',
      calendar: 'events',
      tasks: 'tasks',
      notes: 'notes',
      inbox: 'mail',
      briefcase: 'files',
    }),
  },
];

/** Client types whose calendar holds the tasks too: a change of tasks is one of their calendar. */
export const keepsTasksInCalendar: ReadonlySet<ClientTypeId> = new Set<ClientTypeId>([
  'nokia',
  'nokia-old',
]);

const byId = new Map(clientTypes.map((row) => [row.id, row]));

/** The catalogue's row of a client type. */
export function clientType(id: ClientTypeId): ClientType {
  const row = byId.get(id);
  if (row === undefined) throw new RangeError(`no client type ${id}`);
  return row;
}
