import { bareSourceUri } from '../../../shared/model/source-uri.ts';

/** In what two names of the same folder differ; the first that holds. */
export type NameDifference = 'case' | 'prefix' | 'slash' | 'spaces' | 'name';

/** Names what has to be put right, so that nobody has to look for it. Null where they are equal. */
export function nameDifference(one: string, other: string): NameDifference | null {
  if (one === other) return null;
  if (one.trim() === other.trim()) return 'spaces';
  const [first, second] = [one.trim(), other.trim()];
  if (first.toLowerCase() === second.toLowerCase()) return 'case';
  if (withoutPrefix(first) === withoutPrefix(second)) return 'prefix';
  if (withoutSlashes(withoutPrefix(first)) === withoutSlashes(withoutPrefix(second)))
    return 'slash';
  return 'name';
}

/** Whether both stand for the same, save for what clients put around a name. */
export function isAlike(one: string, other: string): boolean {
  return bareSourceUri(one).toLowerCase() === bareSourceUri(other).toLowerCase();
}

function withoutPrefix(name: string): string {
  return name.replace(/^\.\//u, '').toLowerCase();
}

function withoutSlashes(name: string): string {
  return name.replace(/^\/+|\/+$/gu, '');
}
