/** So many entries are copied with each new one; the others only when these have become as many. */
const MOST_RECENT = 32;

/**
 * A map that never changes: with an entry more it is another one, which shares nearly all with this one. A copy of the
 * whole with every event would make an order's thousandth event many times dearer than its tenth.
 */
export class GrownMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #older: ReadonlyMap<Key, Value>;
  readonly #recent: ReadonlyMap<Key, Value>;
  readonly size: number;

  private constructor(older: ReadonlyMap<Key, Value>, recent: ReadonlyMap<Key, Value>, size: number) {
    this.#older = older;
    this.#recent = recent;
    this.size = size;
  }

  static of<Key, Value>(map: ReadonlyMap<Key, Value>): GrownMap<Key, Value> {
    return map instanceof GrownMap ? map : new GrownMap(map, new Map(), map.size);
  }

  /** As `Map.set`: a key that is there keeps its place. */
  with(key: Key, value: Value): GrownMap<Key, Value> {
    const size = this.has(key) ? this.size : this.size + 1;
    const recent = new Map(this.#recent).set(key, value);
    if (recent.size < MOST_RECENT) return new GrownMap(this.#older, recent, size);
    return new GrownMap(new Map([...this.#older, ...recent]), new Map(), size);
  }

  get(key: Key): Value | undefined {
    return this.#recent.has(key) ? this.#recent.get(key) : this.#older.get(key);
  }

  has(key: Key): boolean {
    return this.#recent.has(key) || this.#older.has(key);
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, value] of this.#older)
      yield [key, this.#recent.has(key) ? (this.#recent.get(key) as Value) : value];
    for (const entry of this.#recent) if (!this.#older.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(each: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) each(value, key, this);
  }
}
