/** A map that forgets the entry that was set longest ago when it would grow beyond its limit. */
export class BoundedMap<Key, Value> {
  readonly #limit: number;
  readonly #entries = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Entries that are kept. */
  get size(): number {
    return this.#entries.size;
  }

  /** The value of a key. */
  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  /** Sets a value and makes it the newest. */
  set(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#limit) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  /** Takes a key and its value out. */
  take(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    return value;
  }

  /** Forgets a key. */
  delete(key: Key): void {
    this.#entries.delete(key);
  }

  /** Keys and values, the oldest first. */
  entries(): IterableIterator<[Key, Value]> {
    return this.#entries.entries();
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries.clear();
  }
}
