/** `T` while it is put together: every field may be missing or undefined. */
export type Loose<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** The same, to be filled in step by step. */
export type Draft<T> = { -readonly [Key in keyof T]?: T[Key] | undefined };

/**
 * Leaves out what is undefined, an empty text, an empty list or an empty object, so that absence
 * has one form only. The caller sees to it that the required fields are there.
 */
export function compact<T extends object>(value: Loose<T>): T {
  const kept = Object.entries(value).filter(([, field]) => !isEmpty(field));
  return Object.fromEntries(kept) as T;
}

/** Like {@link compact}, with blanks cut off all texts. */
export function compactTrimmed<T extends object>(value: Loose<T>): T {
  const entries = Object.entries(value).map(([key, field]) => [
    key,
    typeof field === 'string' ? field.trim() : field,
  ]);
  return compact<T>(Object.fromEntries(entries) as Loose<T>);
}

/** True for what {@link compact} leaves out. */
export function isEmpty(field: unknown): boolean {
  if (field === undefined || field === null || field === '') return true;
  if (Array.isArray(field)) return field.length === 0;
  return typeof field === 'object' && Object.keys(field).length === 0;
}
