import { COMMAND_BODIES, COMMAND_NAMES, type CommandName } from './bodies.ts';
import { EVENT_TYPES, EXCHANGES, exchangeOf, messageType } from './events.ts';
import { FACTS } from './facts.ts';
import { ERROR_REPORTERS, HOLD_SIDES, OWNER_ROLES } from './grants.ts';
import { type Grant, type GrantedBy, legalPairs, RULES, targetsOf } from './graph.ts';
import { guardName } from './guards/guard.ts';
import {
  FAILABLE_STATUSES,
  FINAL_STATUSES,
  FROZEN_STATUSES,
  HOLDABLE_STATUSES,
  isFinal,
  recordOf,
  STATUSES,
  type Status,
} from './status.ts';

const bySide = (roles: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(roles)
    .map(([side, names]) => `${side}: ${names.join(', ')}`)
    .join('; ');

const RELATIONS: Readonly<Record<Extract<GrantedBy, string>, string>> = {
  'error-reporters': `a service or lead of the status's owner (${bySide(ERROR_REPORTERS)}); ops`,
  'status-owner': `the status's owner (${bySide(OWNER_ROLES)})`,
  'hold-side': `the side that set the hold (${bySide(HOLD_SIDES)}); mes.lead; crm.supervisor`,
  'cancel-while-held': 'crm.agent up to MANUFACTURING_APPROVED, crm.supervisor after it, by the status before the hold',
};

const list = (names: readonly (string | null)[]): string => names.map((name) => name ?? '∅').join(', ');

/** Long runs of statuses by the names that the text gives them. */
const statuses = (from: readonly (Status | null)[]): string => {
  if (from.length === STATUSES.length) return 'every status';
  const same = (other: readonly Status[]): boolean =>
    other.length === from.length && other.every((s) => from.includes(s));
  if (same(STATUSES.filter((status) => !isFinal(status)))) return 'every status that is not final';
  if (same(HOLDABLE_STATUSES)) return 'the holdable statuses';
  if (same(FAILABLE_STATUSES)) return 'the failable statuses';
  return list(from);
};

const grant = ({ to, from, reasons }: Grant): string => {
  const limits = [
    ...(from === undefined ? [] : [`from ${from.length > 2 ? `${from[0]} … ${from.at(-1)}` : from.join(', ')}`]),
    ...(reasons === undefined ? [] : [`reason ${reasons.join(', ')}`]),
  ];
  return limits.length === 0 ? to : `${to} (${limits.join('; ')})`;
};
const whoMay = (by: GrantedBy, peopleOnly = false): string =>
  `${typeof by === 'string' ? RELATIONS[by] : by.map(grant).join('; ')}${peopleOnly ? ' (people only)' : ''}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const diagram = (): string => {
  const edges = RULES.flatMap((rule) =>
    rule.from.flatMap((from) => targetsOf(rule).map((to) => ({ from, to, command: rule.command }))),
  ).filter(
    ({ from, to }) =>
      ![from, to].some((status) => status === 'CANCELLED' || (FROZEN_STATUSES as readonly unknown[]).includes(status)),
  );
  const finals = FINAL_STATUSES.filter((status) => status !== 'CANCELLED').map((status) => `  ${status} --> [*]`);
  return [
    'stateDiagram-v2',
    ...edges.map(({ from, to, command }) => `  ${from ?? '[*]'} --> ${to}: ${command}`),
    ...finals,
  ].join('\n');
};

const exceptions = (): string => {
  return [
    'stateDiagram-v2',
    '  holdable: the holdable statuses',
    '  failable: the failable statuses',
    '  cancellable: the statuses to be cancelled',
    '  holdable --> ON_HOLD: HoldOrder',
    '  ON_HOLD --> holdable: ResumeOrder, to held_from',
    '  failable --> ERROR: ReportError',
    '  ERROR --> failable: ResolveError, to error_from',
    '  cancellable --> CANCELLED: CancelOrder',
    '  ON_HOLD --> CANCELLED: CancelOrder',
    '  ERROR --> CANCELLED: CancelOrder',
    '  CANCELLED --> [*]',
  ].join('\n');
};

const owner = (status: Status): string => {
  const { owner: fixed, frozen } = recordOf(status);
  return fixed ?? (frozen === 'hold' ? 'the side that set the hold' : 'the owner of the status that failed');
};

const statusTable = (): string =>
  table(
    ['Status', 'Owner', 'Kind', 'Legal next'],
    STATUSES.map((status) => {
      const kind = [
        ...(recordOf(status).final ? ['final'] : []),
        ...(recordOf(status).holdable ? ['holdable'] : []),
        ...(recordOf(status).failable ? ['failable'] : []),
      ];
      const next = legalPairs().flatMap(([from, to]) => (from === status ? [to] : []));
      return [status, owner(status), kind.join(', '), list(next) || '—'];
    }),
  );

const ruleTable = (): string =>
  table(
    ['#', 'From', 'To', 'Command', 'Event', 'Who may', 'Guards'],
    RULES.map(({ id, from, to, command, event, by, peopleOnly, guards }) => [
      id,
      statuses(from),
      typeof to === 'string' ? to : `${to.stored}, one of ${statuses(to.among)}`,
      command,
      event,
      whoMay(by, peopleOnly),
      guards.map(guardName).join(', ') || '—',
    ]),
  );

const factTable = (): string =>
  table(
    ['Command', 'Event', 'Legal in', 'Who may', 'Guards'],
    FACTS.map(({ command, event, from, by, guards }) => [
      command,
      event ?? '—',
      statuses(from),
      whoMay(by),
      guards.map(guardName).join(', ') || '—',
    ]),
  );

const bodyOf = (name: CommandName): string =>
  Object.entries(COMMAND_BODIES[name].shape)
    .filter(([field]) => field !== 'note' || name === 'AddNote')
    .map(([field, schema]) => `${field}${schema.safeParse(undefined).success ? '?' : ''}`)
    .join(', ') || '—';

const commandTable = (): string =>
  table(
    ['Command', 'Body', 'By', 'Events'],
    COMMAND_NAMES.map((name) => {
      const edges = [...RULES, ...FACTS].filter((edge) => edge.command === name);
      const by = edges.map((edge) => ('id' in edge ? edge.id : 'fact'));
      const events = edges.map((edge) => edge.event ?? 'no event');
      return [name, bodyOf(name), [...new Set(by)].join(', '), [...new Set(events)].join(', ')];
    }),
  );

const eventTable = (): string =>
  table(
    ['Exchange', 'Events (message type)'],
    EXCHANGES.map((exchange) => [
      exchange,
      EVENT_TYPES.filter((type) => exchangeOf(type) === exchange)
        .map((type) => `${type} (\`${messageType(type)}\`)`)
        .join(', '),
    ]),
  );

const refusedWhenFull = (): string => {
  const rules = RULES.filter(({ untilFull }) => untilFull).map(({ id, command }) => `${command} (${id})`);
  const facts = FACTS.filter(({ untilFull }) => untilFull).map(({ command, event }) => `${command} (${event})`);
  return [...rules, ...facts].join(', ');
};

/** The graph's documentation in Markdown, made from the tables that the code runs on. */
export const graphDocument =
  (): string => `<!-- Made from packages/domain by \`npm run docs\`; a test fails when it is stale. -->

# The order's transition graph

${STATUSES.length} statuses, ${RULES.length} rules, ${legalPairs().length} legal pairs of statuses; every other pair is refused with 409 and the list of the legal next ones. The rules that no table shows stand in [domain.md](domain.md).

## The plain ways

\`\`\`mermaid
${diagram()}
\`\`\`

## Holds, errors, cancellation

\`\`\`mermaid
${exceptions()}
\`\`\`

- Holdable: ${list(HOLDABLE_STATUSES)}.
- Failable: ${list(FAILABLE_STATUSES)}.
- To be cancelled: ${list(STATUSES.filter((from) => legalPairs().some(([a, b]) => a === from && b === 'CANCELLED')))}.

## Statuses

${statusTable()}

## Rules

${ruleTable()}

## Facts

They change no status; they count in \`event_version\` and not in \`status_version\`.

${factTable()}

## A full order

An order that holds as many events as it may takes only what leads it on or ends it, moves its money, its claim or its plan, or erases its customer. Refused with 409 \`order-full\`: ${refusedWhenFull()}.

## Commands

Every body may hold a \`note\`; \`?\` marks what may be left out.

${commandTable()}

## Events by exchange

${eventTable()}
`;
