/** What a caller may be told instead of an answer: when, in the reference's words, by the code to program against. */
export interface ProblemRow {
  readonly status: number | readonly number[];
  readonly when: string;
}
export type Problems = Readonly<Record<string, ProblemRow>>;

const UNREADABLE = [400, 408, 413, 417, 431];

/** Of every interface, before a route of its own is asked. */
export const COMMON_PROBLEMS = {
  'malformed-request': { status: 400, when: 'it is not HTTP that can be read, or its path or encoding is broken' },
  'host-missing': { status: 400, when: 'there is no Host header' },
  'malformed-body': { status: 400, when: 'the body ended early, or is not as long as it says' },
  'malformed-text': { status: 400, when: 'the body is not text in the character set that it names' },
  'malformed-json': { status: 400, when: 'the body is not JSON, can be read in more than one way, or lies too deep' },
  'invalid-request': { status: 400, when: 'a parameter or the body does not fit its schema: `errors[]` says where' },
  'credential-missing': { status: 401, when: 'there is no token and no key' },
  'key-malformed': { status: 401, when: 'a key has not the form pk_<id>_<secret>' },
  'key-unknown': { status: 401, when: 'the key is unknown, revoked or not accepted here' },
  'token-expired': { status: 401, when: 'the token has ended: ask the issuer for a new one' },
  'token-algorithm': { status: 401, when: 'the token is signed in a way that is not accepted' },
  'token-claim': { status: 401, when: 'a claim of the token is missing or another than asked for' },
  'token-invalid': { status: 401, when: 'the token is malformed or its signature does not hold' },
  'route-forbidden': { status: 403, when: 'the route is not for this credential' },
  'unknown-route': { status: 404, when: 'there is nothing at this address' },
  'method-not-allowed': { status: 405, when: 'the address takes other methods: `Allow` names them' },
  'request-timeout': { status: 408, when: 'the request did not arrive in time' },
  'body-too-large': { status: 413, when: 'the body has more bytes than are taken: `limit_bytes`' },
  'unsupported-media-type': { status: 415, when: 'the body is of another media type than asked for' },
  'unsupported-charset': { status: 415, when: 'the body is not UTF-8' },
  'unsupported-encoding': { status: 415, when: 'the body is packed in a way that is not taken' },
  'expectation-unknown': { status: 417, when: 'Expect asks for something else than 100-continue' },
  'rate-limited': { status: 429, when: 'more requests than the limit: again after `Retry-After`' },
  'too-many-requests-at-once': {
    status: [429, 503],
    when: 'more requests at once than the caller may have, or all have',
  },
  'headers-too-large': { status: 431, when: 'headers or address are larger than is taken' },
  'internal-error': { status: 500, when: 'something failed on our side: quote the `correlation_id`' },
  'identity-unavailable': { status: 503, when: 'the keys that tokens are checked with cannot be read now' },
  'database-unavailable': { status: 503, when: 'the database does not answer now' },
  'dependency-unavailable': { status: 503, when: 'a service that the answer needs does not answer now' },
} as const satisfies Problems;

const hasStatus = ({ status }: ProblemRow, sought: number): boolean =>
  typeof status === 'number' ? status === sought : status.includes(sought);

/** The codes of a table that come with a status, in its order. */
export const codesWith = (problems: Problems, status: number): string[] =>
  Object.entries(problems).flatMap(([code, row]) => (hasStatus(row, status) ? [code] : []));

/** Those of a table that are named. @throws Error for a code that the table lacks */
export const only = <Table extends Problems>(table: Table, ...codes: (keyof Table & string)[]): Problems =>
  Object.fromEntries(codes.map((code) => [code, table[code] as ProblemRow]));

/** Those of the common ones that may come with the statuses that an operation names, or before it is found. */
export const commonProblems = (statuses: readonly number[]): Problems =>
  Object.fromEntries(
    Object.entries(COMMON_PROBLEMS).filter(([, row]) =>
      [...UNREADABLE, ...statuses].some((one) => hasStatus(row, one)),
    ),
  );

/** All problems of an interface, as its document's introduction shows them. */
export const problemTable = (problems: Problems): string =>
  [
    '| Code | Status | When |',
    '|---|---|---|',
    ...Object.entries(problems)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(
        ([code, { status, when }]) =>
          `| \`${code}\` | ${[status].flat().join(', ')} | ${when.replaceAll('|', '\\|')} |`,
      ),
  ].join('\n');
