/** `T` while it is put together: every field may be missing or undefined. */
export type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** The same, to be filled in step by step. */
export type Draft<T> = { -readonly [Key in keyof T]?: T[Key] | undefined };

/**
 * Leaves out what is undefined, an empty text, an empty list or an empty object, so that absence
 * has one form only. The caller sees to it that the required fields are there.
 */
export function compact<T extends object>(value: Loose<T>): T {
  return keep<T>(value, (field) => field);
}

/** Like {@link compact}, with blanks cut off all texts. */
export function compactTrimmed<T extends object>(value: Loose<T>): T {
  return keep<T>(value, (field) => (typeof field === 'string' ? field.trim() : field));
}

// Written as a loop, since this is done several times for every line of every item.
function keep<T extends object>(value: Loose<T>, change: (field: unknown) => unknown): T {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const field = change(value[name as keyof T]);
    // A property of this name would be taken for the object's own prototype.
    if (!isEmpty(field) && name !== '__proto__') kept[name] = field;
  }
  return kept as T;
}

/** True for what {@link compact} leaves out. */
export function isEmpty(field: unknown): boolean {
  if (field === undefined || field === null || field === '') return true;
  if (Array.isArray(field)) return field.length === 0;
  return typeof field === 'object' && Object.keys(field).length === 0;
}
