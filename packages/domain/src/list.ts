import { z } from 'zod';

/**
 * Only as many faults of a request are looked for as an answer shows; after correcting them its sender sees the rest.
 */
export const MOST_ERRORS = 20;

type Checked = z.core.ParsePayload;

/** An array of zod's whose items are looked at until so many faults are found; its length it asks before them. */
const List = z.core.$constructor<z.ZodArray, z.core.$ZodArrayDef & { most: number }>('List', (inst, def) => {
  z.ZodArray.init(inst, def);
  const readWhole = inst._zod.parse;
  inst._zod.parse = (payload, context) => {
    const given: unknown = payload.value;
    if (!Array.isArray(given) || given.length > def.most) return readWhole(payload, context);
    const values: unknown[] = [];
    for (const [index, item] of given.entries()) {
      // Nothing of ours asks anybody: no schema here is asynchronous.
      const read = def.element._zod.run({ value: item, issues: [] }, context) as Checked;
      payload.issues.push(...z.core.util.prefixIssues(index, read.issues));
      values.push(read.value);
      if (payload.issues.length < MOST_ERRORS) continue;
      // What follows is unread, so nothing that looks at the whole list may run.
      (payload.issues.at(-1) as { continue?: boolean }).continue = false;
      break;
    }
    payload.value = values;
    return payload;
  };
});

/** A list of at most so many. */
export const listOf = <Item extends z.ZodType>(item: Item, most: number): z.ZodArray<Item> =>
  new List({ type: 'array', element: item, most }).max(most) as unknown as z.ZodArray<Item>;
