/** Named statements keep their plans on each connection of the server: these so many at most, whatever is asked for. */
const MOST_PLANS = 100;
const names = new Map<string, string>();

/** The name of a statement that is put together from parts; nothing once too many others have one. */
export const planName = (text: string): { readonly name?: string } => {
  const known = names.get(text);
  if (known !== undefined) return { name: known };
  if (names.size >= MOST_PLANS) return {};
  const name = `reading-${names.size}`;
  names.set(text, name);
  return { name };
};
