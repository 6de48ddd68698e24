/** Reads a column that this store wrote with {@link JSON.stringify}. */
export function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** The same for a column that may be empty. */
export function fromJsonOrNull<T>(text: string | null): T | null {
  return text === null ? null : fromJson<T>(text);
}

/** Writes a value that may be missing. */
export function toJsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
