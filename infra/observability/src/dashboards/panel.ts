/** A panel as data: what is asked, and how it is read. */
export interface PanelData {
  title: string;
  /** What it says, and what would be wrong. */
  says: string;
  unit: 'count' | 'per second' | 'seconds' | 'bytes' | 'share' | 'yes or no';
  /** Each with the labels by which its series are told apart; none for a single one. */
  asks: readonly { expr: string; by?: string }[];
  /** A number instead of a course. */
  now?: true;
}

export interface RowData {
  title: string;
  panels: readonly PanelData[];
}

export interface DashboardData {
  /** Its name in addresses, and of its file. */
  name: string;
  title: string;
  says: string;
  rows: readonly RowData[];
}

const ask = (expr: string, ...by: readonly string[]) =>
  by.length === 0 ? { expr } : { expr, by: by.map((label) => `{{${label}}}`).join(' ') };

/** How many a second of a counter, by labels. */
export const rate = (title: string, says: string, counter: string, ...by: readonly string[]): PanelData => ({
  ...{ title, says, unit: 'per second' },
  asks: [ask(`sum${by.length === 0 ? '' : ` by (${by.join(', ')})`} (rate(${counter}[5m]))`, ...by)],
});

/** A gauge, the highest of all instances, by labels. */
export const level = (
  title: string,
  says: string,
  unit: PanelData['unit'],
  gauge: string,
  ...by: readonly string[]
): PanelData => ({
  ...{ title, says, unit },
  asks: [ask(`max${by.length === 0 ? '' : ` by (${by.join(', ')})`} (${gauge})`, ...by)],
});

/** Half, nineteen in twenty and all but one in a hundred of a histogram, by labels. */
export const spread = (
  title: string,
  says: string,
  unit: PanelData['unit'],
  histogram: string,
  labels = '',
  ...by: readonly string[]
): PanelData => ({
  ...{ title, says, unit },
  asks: [0.5, 0.95, 0.99].map((share) => ({
    expr: `histogram_quantile(${share}, sum by (${['le', ...by].join(', ')}) (rate(${histogram}_bucket${labels}[5m])))`,
    by: [`p${share * 100}`, ...by.map((label) => `{{${label}}}`)].join(' '),
  })),
});

export const panel = (
  title: string,
  says: string,
  unit: PanelData['unit'],
  ...asks: readonly (readonly [expr: string, ...by: string[]])[]
): PanelData => ({ title, says, unit, asks: asks.map(([expr, ...by]) => ask(expr, ...by)) });

export const now = (data: PanelData): PanelData => ({ ...data, now: true });
