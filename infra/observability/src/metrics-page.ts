import { allUses, isRecorded, metricOf, seriesIn } from './uses.ts';

/** As a process registers it. */
export interface Defined {
  name: string;
  type: string;
  help: string;
  labels: readonly string[];
  /** The package that has it. */
  of: string;
}

/** Who asks for each metric, by its name. */
export const usesByMetric = (defined: readonly Defined[]): Map<string, string[]> => {
  const histograms = new Set(defined.filter(({ type }) => type === 'histogram').map(({ name }) => name));
  const found = new Map<string, Set<string>>();
  for (const { by, expr } of allUses())
    for (const series of seriesIn(expr)) {
      if (isRecorded(series)) continue;
      const metric = metricOf(series, (name) => histograms.has(name));
      found.set(metric, (found.get(metric) ?? new Set()).add(by));
    }
  return new Map([...found].map(([metric, uses]) => [metric, [...uses].sort()]));
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** docs/metrics.md */
export const metricsPage = (defined: readonly Defined[]): string => {
  const uses = usesByMetric(defined);
  const own = defined.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const foreign = [...uses.keys()].filter((name) => !own.some((one) => one.name === name)).sort();
  const usedBy = (name: string): string => (uses.get(name) ?? []).join(', ');
  return `# Metrics

Made by \`npm run docs\` from the definitions, the rules and the dashboards. Each is used by an alert, an objective or a
dashboard (in italics); a test holds that. Every series of a process has the label \`service\` too. Labels are bounded sets
of our own words: never an id, a name or an address. Histograms of requests carry the trace id as exemplar (OpenMetrics).

${table(
  ['Metric', 'Type', 'Labels', 'Meaning', 'Of', 'Used by'],
  own.map(({ name, type, labels, help, of }) => [
    `\`${name}\``,
    type,
    labels.length === 0 ? '–' : labels.map((label) => `\`${label}\``).join(', '),
    cell(help),
    of,
    usedBy(name),
  ]),
)}

## Of libraries and exporters

${table(
  ['Metric', 'Used by'],
  foreign.map((name) => [`\`${name}\``, usedBy(name)]),
)}
`;
};
