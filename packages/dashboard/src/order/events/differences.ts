/** What differences look at of an event. */
export interface Told {
  readonly event_version: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A fact about the order, before an event and after it; `undefined`: it was not known. */
export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Facts that events carry under their own names. */
const AS_NAMED: readonly string[] = [
  ...['material', 'process', 'quantity', 'finishing', 'orientation', 'infill', 'delivery', 'unit'],
  ...['price', 'due_before_production', 'valid_until', 'paid'],
  ...['due_at', 'priority', 'work_centre', 'carrier', 'tracking_number'],
];

type Facts = ReadonlyMap<string, unknown>;

/** Who has the claim after an event; `undefined`: it says nothing of it. */
const operatorAfter = ({ type, data }: Told): unknown => {
  if (['OrderClaimed', 'ClaimReassigned', 'PackagingStarted'].includes(type)) return data.operator;
  const ends = ['ClaimReleased', 'ClaimExpired', 'ManufacturingCompleted', 'PackagingCompleted', 'OrderCancelled'];
  return ends.includes(type) ? null : undefined;
};

const factsIn = (event: Told): [string, unknown][] => {
  const { type, data } = event;
  const named = AS_NAMED.filter((name) => data[name] !== undefined).map((name): [string, unknown] => [
    name,
    data[name],
  ]);
  const operator = operatorAfter(event);
  return [
    ...named,
    ...(operator === undefined ? [] : [['operator', operator] satisfies [string, unknown]]),
    ...(type === 'ProductionPlanned' ? [['planned_finish_at', data.finish_at] satisfies [string, unknown]] : []),
    ...(type === 'ModelFileUploaded' || type === 'ModelFileReplaced' || data.model !== undefined
      ? [['model', data.model] satisfies [string, unknown]]
      : []),
  ];
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const after = (facts: Facts, event: Told): Facts => new Map([...facts, ...factsIn(event)]);

const FIGURES = ['good_quantity', 'scrap_quantity', 'rejected_quantity'];

/** A correction gives the right figure of an earlier report. */
const corrected = ({ data }: Told, events: readonly Told[]): Difference[] => {
  const report = events.find(({ event_version }) => event_version === data.corrects_event_version)?.data;
  return FIGURES.filter((name) => data[name] !== undefined).map((field) => ({
    field,
    before: report?.[field],
    after: data[field],
  }));
};

/** What an event changed of what was known of the order; `events` are all, from the first on. */
export const differencesOf = (events: readonly Told[], version: number): Difference[] => {
  let facts: Facts = new Map();
  for (const event of events) {
    if (event.event_version === version) {
      if (event.type === 'CorrectionRecorded') return corrected(event, events);
      return factsIn(event)
        .filter(([field, value]) => !same(facts.get(field) ?? null, value ?? null))
        .map(([field, value]) => ({ field, before: facts.get(field), after: value }));
    }
    facts = after(facts, event);
  }
  return [];
};
