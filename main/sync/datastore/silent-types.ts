import { bareSourceUri } from '../../../shared/model/source-uri.ts';
import { fitsWildcard, type ContentType, type ItemKind } from '../../groupware/content/index.ts';

/** What a client speaks that tells nothing of itself, where its id and its names give it away. */
interface SilentTypeRule {
  /** Of its device id (Source/LocURI of the SyncHdr), with wildcards. */
  readonly syncId: string;
  /** Its name of the database, in lower case. */
  readonly uri: string;
  readonly kind: ItemKind;
  readonly type: ContentType;
}

/** Funambol's plug-ins for Outlook, Windows Mobile and the like: SIF under these names. */
const funambolIds = ['fol-*', 'fwm-*', 'fwp-*', 'sc-pim-*'];
const funambolNames: readonly Omit<SilentTypeRule, 'syncId'>[] = [
  { uri: 'card', kind: 'contact', type: 'sif-contact' },
  { uri: 'event', kind: 'event', type: 'sif-event' },
  { uri: 'appointment', kind: 'event', type: 'sif-event' },
  { uri: 'task', kind: 'task', type: 'sif-task' },
  { uri: 'note', kind: 'note', type: 'sif-note' },
];

const rules: readonly SilentTypeRule[] = funambolIds.flatMap((syncId) =>
  funambolNames.map((name) => ({ ...name, syncId })),
);

/** The type in which such a client wants items of a kind; undefined where nothing is known. */
export function silentType(syncId: string, uri: string, kind: ItemKind): ContentType | undefined {
  const name = bareSourceUri(uri).toLowerCase();
  return rules.find(
    (rule) => rule.kind === kind && rule.uri === name && fitsWildcard(rule.syncId, syncId),
  )?.type;
}
