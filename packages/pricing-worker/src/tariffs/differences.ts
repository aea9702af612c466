/** What of a list's entry tells it from the others. */
const NAMES = ['material', 'process', 'finishing', 'from'] as const;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const nameOf = (entry: unknown, at: number): string => {
  if (!isObject(entry)) return String(entry);
  const names = NAMES.flatMap((name) => (name in entry ? [String(entry[name])] : []));
  return names.length === 0 ? String(at) : names.join('/');
};

/** Every figure of a tariff by its place, such as `materials PLA/FDM price_per_kg`. */
const figures = (value: unknown, place = ''): [place: string, figure: string][] => {
  const at = (name: string): string => (place === '' ? name : `${place} ${name}`);
  if (Array.isArray(value)) {
    if (value.every((entry) => !isObject(entry))) return [[place, value.join(', ') || 'none']];
    return value.flatMap((entry, index) => figures(entry, at(nameOf(entry, index))));
  }
  if (isObject(value)) return Object.entries(value).flatMap(([name, part]) => figures(part, at(name)));
  return [[place, String(value)]];
};

/** What differs from one tariff to another, a line for each figure: `+` is new, `-` is gone. */
export const differencesOf = (before: unknown, after: unknown): string[] => {
  const [old, present] = [new Map(figures(before)), new Map(figures(after))];
  return [...new Set([...old.keys(), ...present.keys()])].flatMap((place) => {
    const [was, is] = [old.get(place), present.get(place)];
    if (was === is) return [];
    if (was === undefined) return [`+ ${place}: ${is}`];
    if (is === undefined) return [`- ${place}: ${was}`];
    return [`  ${place}: ${was} → ${is}`];
  });
};
