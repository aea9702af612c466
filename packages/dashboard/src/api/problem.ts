/** What an API said no with: application/problem+json, or what can be told where the answer is no such document. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly correlationId: string;
  /** What the case adds. */
  readonly extras: Readonly<Record<string, unknown>>;

  constructor(status: number, document: Readonly<Record<string, unknown>>) {
    const { code, title, detail, correlation_id, ...extras } = document;
    const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
    super(`${status} ${text(code, 'unknown')}`);
    this.status = status;
    this.code = text(code, `http-${status}`);
    this.title = text(title, `HTTP ${status}`);
    this.detail = text(detail, '');
    this.correlationId = text(correlation_id, '');
    this.extras = extras;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A proxy's page of HTML is no problem document; then the status is all that is known. */
export const problemOf = async (response: Response): Promise<ApiProblem> => {
  const correlation_id = response.headers.get('X-Correlation-Id') ?? '';
  const document: unknown = /json/.test(response.headers.get('Content-Type') ?? '')
    ? await response.json().catch(() => undefined)
    : undefined;
  return new ApiProblem(response.status, { correlation_id, ...(isObject(document) ? document : {}) });
};
