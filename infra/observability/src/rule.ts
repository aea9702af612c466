/** `page`: somebody is woken. `ticket`: somebody looks on the next working day. `none`: it shows that alerts arrive. */
export type Severity = 'page' | 'ticket' | 'none';

export interface Recording {
  record: string;
  expr: string;
  labels?: Readonly<Record<string, string>>;
}

export interface Alert {
  alert: string;
  expr: string;
  /** How long it must be so; at once if absent. */
  for?: string;
  severity: Severity;
  labels?: Readonly<Record<string, string>>;
  /** One line, with the labels that say what it is about. */
  summary: string;
  /** Of docs/runbooks, without the ending. */
  runbook: string;
}

export type Rule = Recording | Alert;

export const isAlert = (rule: Rule): rule is Alert => 'alert' in rule;

export interface Group {
  name: string;
  /** Between two evaluations; that of the server if absent. */
  interval?: string;
  rules: readonly Rule[];
}
