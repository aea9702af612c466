import { askOperators, isSilent } from '@order-ledger/platform/look';
import { type Answer, LIMIT_MS } from '@order-ledger/platform/within';
import { z } from 'zod';

/** What is left of an objective's allowance, as the recordings of infra/observability have it. */
export interface ObjectiveNow {
  readonly name: string;
  /** Of the window's allowance: 1 all, 0 nothing, below that it is broken; null: nothing has happened yet. */
  readonly budget_left: number | null;
  /** Share that was bad in the last hour; null: nothing happened in it. */
  readonly bad_ratio_1h: number | null;
}

const FIELDS = { 'slo:budget_left:ratio': 'budget_left', 'slo:bad_ratio:1h': 'bad_ratio_1h' } as const;
type Recorded = keyof typeof FIELDS;

const vector = z.object({
  status: z.literal('success'),
  data: z.object({
    result: z.array(
      z.object({
        metric: z.object({ __name__: z.enum(Object.keys(FIELDS) as [Recorded, ...Recorded[]]), slo: z.string() }),
        /** Seconds, and the value as a text. */
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

const QUERY = `{__name__=~"${Object.keys(FIELDS).join('|')}"}`;

const finite = (text: string): number | null => (Number.isFinite(Number(text)) ? Number(text) : null);

/** @param body what Prometheus answers to an instant query */
export const objectivesIn = (body: unknown): Answer<readonly ObjectiveNow[]> => {
  const parsed = vector.safeParse(body);
  if (!parsed.success) return { unknown: 'Prometheus answered with something else than the recordings of objectives' };
  const found = new Map<string, ObjectiveNow>();
  for (const { metric, value } of parsed.data.data.result) {
    const known = found.get(metric.slo) ?? { name: metric.slo, budget_left: null, bad_ratio_1h: null };
    found.set(metric.slo, { ...known, [FIELDS[metric.__name__]]: finite(value[1]) });
  }
  return { is: [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1)) };
};

/** Asks the Prometheus that evaluates them. @param url undefined: none is named */
export const readObjectives = async (url: string | undefined): Promise<Answer<readonly ObjectiveNow[]>> => {
  if (url === undefined) return { unknown: 'no Prometheus is named in PROMETHEUS_URL' };
  const answer = await askOperators(
    new URL(`api/v1/query?query=${encodeURIComponent(QUERY)}`, `${url.replace(/\/$/, '')}/`).href,
    LIMIT_MS,
  );
  return isSilent(answer) ? { unknown: `Prometheus: ${answer.silence}` } : objectivesIn(answer.body);
};
