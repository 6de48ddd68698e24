import type { ItemField, ItemVersion } from '../../../shared/model/item.ts';

/** What became of one readable field between two versions; null is "was not there". */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

function valuesByField(fields: readonly ItemField[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const { field, value } of fields) {
    const known = values.get(field);
    if (known === undefined) values.set(field, [value]);
    else known.push(value);
  }
  return values;
}

/** `values` without one of each of `others`. */
function without(values: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return values.filter((value) => {
    const index = left.indexOf(value);
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}

/**
 * What differs between two versions, field by field in the order of display. A field may have several
 * values: those that both have are left out, the others are paired in their order.
 */
export function fieldChanges(
  before: readonly ItemField[],
  after: readonly ItemField[],
): FieldChange[] {
  const [old, fresh] = [valuesByField(before), valuesByField(after)];
  const names = new Set([...fresh.keys(), ...old.keys()]);
  return [...names].flatMap((field) => {
    const gone = without(old.get(field) ?? [], fresh.get(field) ?? []);
    const come = without(fresh.get(field) ?? [], old.get(field) ?? []);
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
      field,
      before: gone[index] ?? null,
      after: come[index] ?? null,
    }));
  });
}

/** A version, and what it is compared with. */
export interface ComparedVersion {
  readonly version: ItemVersion;
  /** Absent for the oldest one that is kept. */
  readonly base: ItemVersion | undefined;
  readonly changes: readonly FieldChange[];
  /** Whether the inner form differs although nothing readable does. */
  readonly differsInside: boolean;
}

/**
 * Each version beside the one before it. What lost a conflict never was the content: it is compared
 * with what won, and nothing is compared with it.
 */
export function compareVersions(newestFirst: readonly ItemVersion[]): ComparedVersion[] {
  return newestFirst.map((version, index) => {
    const older = newestFirst.slice(index + 1);
    const newer = newestFirst.slice(0, index).reverse();
    const wasContent = ({ reason }: ItemVersion): boolean => reason !== 'conflict';
    const base =
      version.reason === 'conflict'
        ? (newer.find(wasContent) ?? older.find(wasContent))
        : older.find(wasContent);
    const changes = base === undefined ? [] : fieldChanges(base.fields, version.fields);
    const differsInside =
      base !== undefined &&
      changes.length === 0 &&
      JSON.stringify(base.content) !== JSON.stringify(version.content);
    return { version, base, changes, differsInside };
  });
}
