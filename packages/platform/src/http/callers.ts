/** Who calls our interfaces: the reference groups its operations by them, in this order. */
export const CALLERS = {
  store: 'The online store, for its customers: from the model of a part to the order that is priced and paid.',
  partner: 'Who orders by a program of his own, with a key: his own orders alone.',
  CRM: 'Agents and supervisors of the customers, the warehouse, and the services of the CRM.',
  operator: 'The shop floor: operators, packers, quality and leads.',
  carrier: 'Who carries the parcels: the orders that it was asked to carry alone.',
  analyst: 'Who asks how long what takes, and whether it gets worse.',
  administrator: 'Who keeps the system running (ops) and who administers access and personal data (admin).',
  worker: 'Our own processes. Their tokens exist for tests and for operators of the system.',
  anybody: 'Without a credential.',
} as const;

export type CallerGroup = keyof typeof CALLERS;
const GROUPS = Object.keys(CALLERS) as readonly CallerGroup[];

/** The groups as tags of an operation: each once, in their order. */
export const tagsOf = (groups: Iterable<CallerGroup>): CallerGroup[] => {
  const named = new Set(groups);
  return GROUPS.filter((group) => named.has(group));
};

/** The tags of a document, each with its words, as far as an operation has them. */
export const tagsWithin = (used: ReadonlySet<unknown>): { name: CallerGroup; description: string }[] =>
  GROUPS.filter((name) => used.has(name)).map((name) => ({ name, description: CALLERS[name] }));
