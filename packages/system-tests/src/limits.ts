import { maxHeaderSize } from 'node:http';
import { SEEDED_PLANS } from '@order-ledger/command-api/partners/plans';
import { MOST_VALUES } from '@order-ledger/command-api/request-body';
import { settings as commandSettings } from '@order-ledger/command-api/settings';
import { HIGHEST } from '@order-ledger/domain/bodies';
import { LARGEST_SUM } from '@order-ledger/domain/guards/money';
import { LONGEST_TEXT } from '@order-ledger/domain/values';
import { MOST_BYTES } from '@order-ledger/messaging/envelope';
import { DEEPEST } from '@order-ledger/platform/http/json-body';
import { MOST_FIELD_ERRORS } from '@order-ledger/platform/http/problem';
import { HEADERS_LIMIT_MS, REQUEST_LIMIT_MS } from '@order-ledger/platform/http/server';
import { limitsTable } from '@order-ledger/platform/http/shares';
import { LONGEST_WAIT_MS } from '@order-ledger/platform/http/turns';
import { MAX_TRIANGLES } from '@order-ledger/pricing/model-file';
import { COORDINATE_LIMIT } from '@order-ledger/pricing/triangle-sink';
import { MOST_STATUSES } from '@order-ledger/query-api/http/list-filters';
import { MOST_ROWS } from '@order-ledger/query-api/http/list-query';
import { settings as querySettings } from '@order-ledger/query-api/settings';
import { settings as uploadSettings } from '@order-ledger/upload-api/settings';
import { METADATA_LIMITS } from '@order-ledger/upload-api/upload-metadata';

/** A limit that is the same for all: of what, how much, the variable that sets it, and the code of what is beyond. */
export type Row = readonly [what: string, figure: number, setBy: string | null, code: string | null];

/** A variable's name, and what it is where nobody sets it. */
const usual = <Name extends string>(
  { shape }: { shape: Readonly<Record<Name, { parse(given: undefined): unknown }>> },
  name: Name,
) => [Number(shape[name].parse(undefined)), name] as const;

const plan = SEEDED_PLANS.prepaid as (typeof SEEDED_PLANS)[string];

export const SECTIONS: readonly { title: string; rows: readonly Row[] }[] = [
  {
    title: 'Requests in a time',
    rows: [
      ['of a partner, in a second, by its plan', plan.burst_per_second, 'plan: `burst_per_second`', 'rate-limited'],
      [
        'of a partner, in a minute, by its plan',
        plan.sustained_per_minute,
        'plan: `sustained_per_minute`',
        'rate-limited',
      ],
      ['of an address, in a second', ...usual(commandSettings, 'ADDRESS_LIMIT_PER_SECOND'), 'rate-limited'],
      ["of a token's subject, in a second", ...usual(commandSettings, 'TOKEN_LIMIT_PER_SECOND'), 'rate-limited'],
      ['of a caller of upload-api, in a second', ...usual(uploadSettings, 'CALLER_LIMIT_PER_SECOND'), 'rate-limited'],
    ],
  },
  {
    title: 'What an instance has for all callers',
    rows: [
      ['requests at once', ...usual(commandSettings, 'REQUESTS_AT_ONCE'), 'too-many-requests-at-once'],
      [
        "requests at once of a token's subject",
        ...usual(commandSettings, 'TOKEN_REQUESTS_AT_ONCE'),
        'too-many-requests-at-once',
      ],
      ['milliseconds that a request waits for a turn', LONGEST_WAIT_MS, null, 'too-many-requests-at-once'],
      ['streams of events', ...usual(querySettings, 'EVENTS_MAX_STREAMS'), 'too-many-streams'],
      ["streams of events of a token's subject", ...usual(querySettings, 'EVENTS_TOKEN_STREAMS'), 'too-many-streams'],
      ['per cent of all this that is kept for staff', ...usual(commandSettings, 'STAFF_RESERVE_PERCENT'), null],
    ],
  },
  {
    title: 'One request',
    rows: [
      ['bytes of its address, with the query, and its headers', maxHeaderSize, null, 'headers-too-large'],
      ['milliseconds until its headers are there', HEADERS_LIMIT_MS, null, 'request-timeout'],
      ['milliseconds until all of it is there, uploads excepted', REQUEST_LIMIT_MS, null, 'request-timeout'],
      ['bytes of a body', ...usual(commandSettings, 'BODY_LIMIT_BYTES'), 'body-too-large'],
      ['objects and lists of a body within each other', DEEPEST, null, 'malformed-json'],
      ['values of the largest body', Math.max(...Object.values(MOST_VALUES)), null, 'invalid-request'],
      ['values of the smallest body', Math.min(...Object.values(MOST_VALUES)), null, 'invalid-request'],
      ['characters of a free text', LONGEST_TEXT, null, 'invalid-request'],
      ['a count, a length in µm, a weight in g, the seconds of an estimate', HIGHEST.count, null, 'invalid-request'],
      ['machine time of an order in s, a volume in mm³, an area in mm²', HIGHEST.figure, null, 'invalid-request'],
      ['money in minor units, and its sums over an order', LARGEST_SUM, null, 'invalid-request'],
      ['rows of a page', MOST_ROWS, null, 'invalid-request'],
      ['statuses of a filter', MOST_STATUSES, null, 'invalid-request'],
      ['errors that an answer tells; the rest is told when these are mended', MOST_FIELD_ERRORS, null, null],
    ],
  },
  {
    title: 'Uploads',
    rows: [
      ['bytes of a file', ...usual(uploadSettings, 'UPLOAD_LIMIT_BYTES'), 'upload-too-large'],
      ['pairs of Upload-Metadata', METADATA_LIMITS.pairs, null, 'upload-header'],
      ['characters of Upload-Metadata', METADATA_LIMITS.characters, null, 'upload-header'],
      [
        'seconds of silence within a request; then its connection is cut',
        ...usual(uploadSettings, 'IDLE_LIMIT_S'),
        null,
      ],
      ['seconds until an upload is finished', ...usual(uploadSettings, 'UPLOAD_LIFETIME_S'), 'upload-expired'],
      ['bytes of the disk that stay free', ...usual(uploadSettings, 'DISK_RESERVE_BYTES'), 'disk-full'],
      ['triangles of a model', MAX_TRIANGLES, null, 'TOO_MANY_TRIANGLES'],
      ['units of a coordinate', COORDINATE_LIMIT, null, 'COORDINATES_TOO_LARGE'],
      ['seconds that a file is read', ...usual(uploadSettings, 'INSPECTION_LIMIT_S'), 'INSPECTION_FAILED'],
    ],
  },
  {
    title: 'An order, and what is told of it',
    rows: [
      ['events of an order', ...usual(commandSettings, 'ORDER_EVENT_LIMIT'), 'order-full'],
      [
        'seconds that people and partners may date back',
        ...usual(commandSettings, 'BACKDATING_LIMIT_S'),
        'invalid-request',
      ],
      ['bytes of a message', MOST_BYTES, null, 'too-large'],
    ],
  },
];

const figure = (value: number): string => value.toLocaleString('en-US');

const tableOf = (rows: readonly Row[]): string =>
  [
    '| At most | | Set by | Code of what is beyond |',
    '|---|---|---|---|',
    ...rows.map(([what, most, setBy, code]) => {
      const by = setBy === null ? '–' : /^[A-Z_]+$/.test(setBy) ? `\`${setBy}\`` : setBy;
      return `| ${what} | ${figure(most)} | ${by} | ${code === null ? '–' : `\`${code}\``} |`;
    }),
  ].join('\n');

/** docs/limits.md. */
export const limitsDocument =
  (): string => `<!-- Made from the code's own constants and settings by \`npm run docs\`; a test fails when it is stale. -->
# Limits

## What a partner or a carrier holds

How much one partner, or one carrier, may hold at once of what all callers share. A request beyond is answered 429 with
the code of the table, \`limit\` and \`Retry-After\`; what is held comes free when the request, stream or upload ends, also by
a broken connection. Where others hold all that there is, the answer is 503: part of everything
(\`STAFF_RESERVE_PERCENT\`) is kept for the staff.

${limitsTable()}

A plan's own figures stand in the columns of the same names of \`command_api.plan\`; none there: the table's. Requests per
second and per minute are the plan's too, and told in the headers \`RateLimit\` and \`RateLimit-Policy\` of every answer.
Several instances count together where they have a Redis. Each may let a twentieth of a limit more pass before it hears of
the others; a limit below twenty is kept exactly.

Below are figures where nobody has set others; of plans, those that an installation begins with.

${SECTIONS.map(({ title, rows }) => `## ${title}\n\n${tableOf(rows)}`).join('\n\n')}
`;
