import { bareSourceUri, formatPlace, parseSourceUri } from '../../../shared/model/source-uri.ts';
import type { Session, SessionDatastore } from '../../../shared/model/session.ts';

/** What one side changed on the other. */
export type SideCounts = SessionDatastore['fromClient'];

/** What a person wants to know of a session besides its state. */
export interface SessionTroubles {
  /** Items that one of the sides did not take. */
  readonly failed: number;
  readonly conflicts: number;
  /** Deletions that wait for an admin. */
  readonly held: number;
  /** Folders that the device asked for and did not get. */
  readonly folders: number;
}

/** Status by which a server asks for a slow sync: no refusal (OMA DS representation, "508"). */
const refreshRequired = 508;

/** Whether the device did not get the folder that it asked for. */
export function isRefused({ status }: Pick<SessionDatastore, 'status'>): boolean {
  return status >= 400 && status !== refreshRequired;
}

/** Adds up what did not go smoothly. */
export function sessionTroubles({ datastores }: Pick<Session, 'datastores'>): SessionTroubles {
  const sum = (count: (datastore: SessionDatastore) => number): number =>
    datastores.reduce((total, datastore) => total + count(datastore), 0);
  return {
    failed: sum(({ fromClient, fromServer }) => fromClient.failed + fromServer.failed),
    conflicts: sum(({ conflicts }) => conflicts),
    held: sum(({ held }) => held),
    folders: datastores.filter(isRefused).length,
  };
}

/**
 * Counts as short as they can be told: `+12 ~3 −1`; empty where nothing was changed. Items that failed
 * are told elsewhere.
 */
export function shortCounts(
  { added, changed, deleted }: SideCounts,
  number: (value: number) => string,
): string {
  return [
    ...(added === 0 ? [] : [`+${number(added)}`]),
    ...(changed === 0 ? [] : [`~${number(changed)}`]),
    ...(deleted === 0 ? [] : [`−${number(deleted)}`]),
  ].join(' ');
}

/** Both directions in one line: `↑ +12 ~3 −1 ↓ +4`; empty where nothing was changed. */
export function shortDatastore(
  { fromClient, fromServer }: Pick<SessionDatastore, 'fromClient' | 'fromServer'>,
  number: (value: number) => string,
): string {
  const up = shortCounts(fromClient, number);
  const down = shortCounts(fromServer, number);
  return [...(up === '' ? [] : [`↑ ${up}`]), ...(down === '' ? [] : [`↓ ${down}`])].join(' ');
}

/** The datastores that have something to tell, and those in which nothing was to be done. */
export function liveliness<One extends SessionDatastore>(
  datastores: readonly One[],
): { readonly lively: readonly One[]; readonly quiet: readonly One[] } {
  const isLively = (one: One): boolean => isRefused(one) || shortDatastore(one, String) !== '';
  return {
    lively: datastores.filter(isLively),
    quiet: datastores.filter((one) => !isLively(one)),
  };
}

/**
 * The folder that a URI names behind its data type (`Sales` of `contacts/Sales`); empty for the main
 * one. A URI that names no data type is one that the admin gave, and stands for itself.
 */
export function folderInUri(uri: string): string {
  const meant = parseSourceUri(uri);
  return meant === undefined ? bareSourceUri(uri) : formatPlace(meant.place);
}

/** How long a session took, or has taken so far, in milliseconds. */
export function sessionLength(
  { startedAt, endedAt }: Pick<Session, 'startedAt' | 'endedAt'>,
  now: number,
): number {
  return Math.max(0, (endedAt ?? now) - startedAt);
}
