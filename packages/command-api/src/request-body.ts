import { type Body, COMMAND_BODIES, type CommandName, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import { FREE_TEXT_FIELDS, incomingTime, REFERENCES_TO_PEOPLE, type TextReference } from '@order-ledger/domain/values';
import { containsPersonalData } from '@order-ledger/platform/mask';
import { z } from 'zod';

export interface FieldError {
  /** RFC 6901 pointer into the body. */
  pointer: string;
  text: string;
}

/** A body that fits its command, before its free texts are put away. */
export interface ReadBody {
  occurred_at: string | undefined;
  /** The free texts by field, trimmed. */
  texts: Record<string, string>;
  /** Trimmed, with defaults, times in the stored form, free texts as the caller wrote them. */
  fields: Record<string, unknown>;
  /** As it was received. */
  received: Record<string, unknown>;
}

const envelope = z.object({ occurred_at: incomingTime.optional() });
const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const errorsOf = (error: z.ZodError): FieldError[] =>
  error.issues.slice(0, 50).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointerTo([...issue.path, key]),
          text: 'is not a field of this command',
        }))
      : [{ pointer: pointerTo(issue.path), text: issue.message }],
  );

/** References to people by which somebody could be found: a mail address or a phone number has no place in an event. */
const namedPeople = (value: unknown, path: string[] = []): FieldError[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]): FieldError[] =>
    (REFERENCES_TO_PEOPLE as readonly string[]).includes(key) &&
    typeof inner === 'string' &&
    containsPersonalData(inner)
      ? [
          {
            pointer: pointerTo([...path, key]),
            text: 'holds a mail address or a phone number: send a reference that only your system can resolve',
          },
        ]
      : namedPeople(inner, [...path, key]),
  );
};

const isObject = (body: unknown): body is Record<string, unknown> =>
  body !== null && typeof body === 'object' && !Array.isArray(body);

/** Holds a body against its command's schema. No body at all is an empty one. */
export const readBody = (name: CommandName, body: unknown = {}): ReadBody | { errors: FieldError[] } => {
  if (!isObject(body)) return { errors: [{ pointer: '', text: 'must be a JSON object' }] };
  const { occurred_at: _given, ...rest } = body;
  const time = envelope.safeParse(body);
  const read = REQUEST_BODIES[name].safeParse(rest);
  const errors = [
    ...(time.success ? [] : errorsOf(time.error)),
    ...(read.success ? namedPeople(read.data) : errorsOf(read.error)),
  ];
  if (!time.success || !read.success || errors.length > 0) return { errors };
  const fields: Record<string, unknown> = { ...read.data };
  const texts = Object.fromEntries(
    FREE_TEXT_FIELDS.flatMap((field) => (typeof fields[field] === 'string' ? [[field, fields[field]]] : [])),
  );
  return { occurred_at: time.data.occurred_at, texts, fields, received: body };
};

/** The body as the domain takes it: free texts only referred to. */
export const domainBody = <Name extends CommandName>(
  name: Name,
  { fields }: ReadBody,
  references: Record<string, TextReference>,
): Body<Name> => COMMAND_BODIES[name].parse({ ...fields, ...references }) as Body<Name>;

/** The body that the request's hash is made of: as received, each free text replaced by its keyed hash. */
export const hashedBody = (
  { received }: ReadBody,
  references: Record<string, TextReference>,
): Record<string, unknown> => ({
  ...received,
  ...Object.fromEntries(Object.entries(references).map(([field, { hmac }]) => [field, hmac])),
});
