import { scrub } from './mask.ts';

export const MASKED = '[masked]';

/** A code, a reference, an id, a time: what the data of an event of ours hold, and no text of a person's. */
const PLAIN = /^[\p{L}\p{N}._:/#+-]{0,100}$/u;
const DEEPEST = 10;

/**
 * A value of unknown making with only what has the form of a code: every other text is masked, names of fields too.
 *
 * @param known what an object of a form of its own says; null for all others
 */
export const maskedValue = (
  value: unknown,
  known: (value: object) => string | null = () => null,
  depth = 0,
): unknown => {
  if (typeof value === 'string') return PLAIN.test(value) ? scrub(value) : MASKED;
  if (typeof value !== 'object' || value === null) return value;
  const text = known(value);
  if (text !== null) return text;
  if (depth > DEEPEST) return MASKED;
  if (Array.isArray(value)) return value.map((item) => maskedValue(item, known, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [maskedValue(name), maskedValue(item, known, depth + 1)]),
  );
};

/** Texts of our own making, scrubbed at whatever depth they stand. */
export const scrubbedValue = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return scrub(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return MASKED;
  if (Array.isArray(value)) return value.map((item) => scrubbedValue(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [scrub(name), scrubbedValue(item, depth + 1)]));
};
