import { clientType } from '../../../shared/catalogue/client-types.ts';
import type { Folder } from '../../../shared/model/device.ts';
import { folderNameSchema } from '../../../shared/model/device.ts';
import type { Session } from '../../../shared/model/session.ts';
import {
  formatPlace,
  parsePlace,
  parseSourceUri,
  placeNameKey,
  placeOfFolder,
} from '../../../shared/model/source-uri.ts';
import type { DataType } from '../../../shared/model/words.ts';
import { action, broken, holds, waiting } from '../finding.ts';
import type { Finding } from '../finding.ts';
import type { Facts } from '../facts.ts';
import { isAlike, nameDifference } from './name-difference.ts';
import { printable } from './client-words.ts';

/** A name that the phone has asked for. */
interface UsedName {
  /** As the phone wrote it (Target/LocURI of its Alert, or Source/LocURI where that is empty). */
  readonly name: string;
  /** Null where the server does not know the name. */
  readonly dataType: DataType | null;
}

const notFound = 404;

/**
 * The names in alerts are those that the phone itself uses, octet for octet: a phone looks for a
 * database of exactly this name (OMA DS 1.2 SAN, "server-URI") and does nothing where it has none.
 */
export function namesMatch(facts: Facts): Finding {
  const { device, sessions } = facts;
  const used = usedNames(sessions);
  const ticked = device.folders.filter(({ enabled }) => enabled);
  const names = new Set(used.map(({ name }) => name));
  const matching = ticked.filter(({ name }) => names.has(name));
  const unseen = ticked.filter((folder) => !matching.includes(folder));
  const free = used.filter(({ name }) => !device.folders.some((folder) => folder.name === name));
  return (
    differing(unseen, free) ??
    unknown(unseen, free) ??
    otherServer(facts) ??
    matched(matching, unseen)
  );
}

/** The names of the newest session that used them: a phone may have been set otherwise before. */
function usedNames(sessions: readonly Session[]): UsedName[] {
  const found = new Map<string, UsedName>();
  for (const { datastores } of sessions) {
    const own = new Map<string, UsedName>();
    for (const { uri, deviceUri, collectionId, dataType, status } of datastores) {
      // Neither a folder nor an unknown name: a wish about the phone's own push.
      if (dataType === null && status !== notFound) continue;
      const name = uri === '' ? deviceUri : uri;
      own.set(collectionId ?? name, { name, dataType });
    }
    for (const [key, name] of own) if (!found.has(key)) found.set(key, name);
  }
  return [...found.values()];
}

function placeOf(name: string): string {
  return placeNameKey(formatPlace(parseSourceUri(name)?.place ?? parsePlace('')));
}

function differing(unseen: readonly Folder[], free: readonly UsedName[]): Finding | undefined {
  for (const folder of unseen) {
    const used =
      free.find(({ name }) => isAlike(name, folder.name)) ??
      free.find(
        ({ name, dataType }) =>
          dataType === folder.dataType &&
          placeOf(name) === placeNameKey(formatPlace(placeOfFolder(folder))),
      );
    if (used === undefined) continue;
    const difference = nameDifference(folder.name, used.name) ?? 'name';
    return broken('name-differs', {
      params: { name: folder.name, used: printable(used.name), difference },
      action: toRename(folder, used.name),
    });
  }
  return undefined;
}

/** A name that nothing is known of, while a ticked folder was never asked for. */
function unknown(unseen: readonly Folder[], free: readonly UsedName[]): Finding | undefined {
  const used = free.find(({ dataType }) => dataType === null);
  const [folder, ...more] = unseen;
  if (used === undefined || folder === undefined) return undefined;
  return broken('name-unknown', {
    params: { used: printable(used.name), names: unseen.map(({ name }) => name) },
    action:
      more.length === 0 ? toRename(folder, used.name) : action('tick-folder', { id: folder.id }),
  });
}

function toRename(folder: Folder, name: string) {
  return folderNameSchema.safeParse(name).success
    ? action('rename-folder', { id: folder.id, value: name })
    : action('show-guide');
}

function otherServer({ knownServerId, push, device }: Facts): Finding | undefined {
  if (knownServerId === undefined || knownServerId === push.serverId) return undefined;
  const { isPossible } = clientType(device.clientType).otaConfiguration;
  return broken('server-id-differs', {
    params: { known: knownServerId, server: push.serverId },
    action: action(isPossible ? 'send-configuration' : 'show-guide'),
  });
}

function matched(matching: readonly Folder[], unseen: readonly Folder[]): Finding {
  const names = matching.map(({ name }) => name);
  if (names.length === 0) return waiting('names-unknown', { action: action('wait') });
  if (unseen.length === 0) return holds('names-match', { params: { names } });
  return holds('names-match-some', { params: { names, unseen: unseen.map(({ name }) => name) } });
}
