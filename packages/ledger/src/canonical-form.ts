/** Deeper than any event of ours; what is deeper, or goes in a circle, is left to the library. */
const DEEPEST = 64;

/** Nothing in it is escaped: it stands in JSON as it is. Asked first, because it is several times as fast as the quoting. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

const textOf = (text: string): string | undefined => {
  if (PLAIN.test(text)) return `"${text}"`;
  return text.isWellFormed() ? JSON.stringify(text) : undefined;
};

const listOf = (values: readonly unknown[], depth: number): string | undefined => {
  let text = '';
  for (const value of values) {
    const item = formOf(value, depth);
    if (item === undefined) return undefined;
    text += text === '' ? item : `,${item}`;
  }
  return `[${text}]`;
};

/** From so many keys on the library's sort takes less. */
const MANY_KEYS = 64;

/** In place, and without the copies that the library's sort makes: most keys stand in order, or nearly so. */
const sortedKeys = (fields: object): string[] => {
  const keys = Object.keys(fields);
  if (keys.length >= MANY_KEYS) return keys.sort();
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] as string;
    let to = at;
    for (; to > 0 && (keys[to - 1] as string) > key; to -= 1) keys[to] = keys[to - 1] as string;
    keys[to] = key;
  }
  return keys;
};

const recordOf = (fields: Readonly<Record<string, unknown>>, depth: number, without?: string): string | undefined => {
  let text = '';
  for (const key of sortedKeys(fields)) {
    const value = fields[key];
    if (value === undefined || key === without) continue;
    const [name, member] = [textOf(key), formOf(value, depth)];
    if (name === undefined || member === undefined) return undefined;
    text += `${text === '' ? '' : ','}${name}:${member}`;
  }
  return `{${text}}`;
};

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value);
};

const formOf = (value: unknown, depth: number, without?: string): string | undefined => {
  switch (typeof value) {
    case 'string':
      return textOf(value);
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined;
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      if (depth === DEEPEST) return undefined;
      if (Array.isArray(value)) return listOf(value, depth + 1);
      return isPlainObject(value)
        ? recordOf(value as Readonly<Record<string, unknown>>, depth + 1, without)
        : undefined;
    default:
      return undefined;
  }
};

/**
 * The canonical form of plain JSON (RFC 8785), a third of the work that the library makes of it: it is made for every
 * event that is read or written. Undefined for anything that is not plain JSON, or has no canonical form.
 *
 * @param without a member of the value itself that is left out
 */
export const plainForm = (value: unknown, without?: string): string | undefined => formOf(value, 0, without);
