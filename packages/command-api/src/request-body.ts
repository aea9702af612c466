import {
  type Body,
  COMMAND_BODIES,
  COMMAND_NAMES,
  type CommandName,
  REQUEST_BODIES,
} from '@order-ledger/domain/bodies';
import { mostValuesOf } from '@order-ledger/domain/extent';
import { REFERENCES_TO_PEOPLE, REFERENCES_TO_THINGS, storedForm } from '@order-ledger/domain/reference';
import { FREE_TEXT_FIELDS, incomingTime, type TextReference } from '@order-ledger/domain/values';
import { fieldErrorsOf, pointerTo } from '@order-ledger/platform/http/problem';
import { holdsCardNumber, holdsTelephoneNumber } from '@order-ledger/platform/unmistakable';
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
  /** As it was received, but each reference in its stored form: what the hash of the request is made of. */
  received: Record<string, unknown>;
}

const envelope = z.object({ occurred_at: incomingTime.optional() });

/** Values beyond those that a body may hold, so that a field that is unknown is told by its name. */
const ROOM_FOR_MISTAKES = 1_000;

/** How many values of a command's body are read; one that holds more is not read on. */
export const MOST_VALUES = Object.fromEntries(
  COMMAND_NAMES.map((name) => [name, mostValuesOf(REQUEST_BODIES[name]) + ROOM_FOR_MISTAKES]),
) as Readonly<Record<CommandName, number>>;

const errorsOf = (error: z.ZodError): FieldError[] =>
  fieldErrorsOf(error, 'is not a field of this command').map(({ pointer, detail }) => ({ pointer, text: detail }));

/** What is refused in a reference beside what has no form, and the words that help. A mail address has no form. */
const REFUSED_REFERENCES: readonly { fields: readonly string[]; holds: (text: string) => boolean; text: string }[] = [
  {
    fields: [...REFERENCES_TO_PEOPLE, ...REFERENCES_TO_THINGS],
    holds: holdsCardNumber,
    text: 'holds a card number; if it is none, put a prefix before it: letters directly, as in ORD-1234',
  },
  {
    fields: REFERENCES_TO_PEOPLE,
    holds: holdsTelephoneNumber,
    text: 'holds a telephone number: send a reference that only your system can resolve',
  },
];

/** What names a person or opens an account has no place in an event. */
const refusedReferences = (value: unknown, path: string[] = []): FieldError[] => {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]): FieldError[] => {
    if (typeof inner !== 'string') return refusedReferences(inner, [...path, key]);
    return REFUSED_REFERENCES.filter(({ fields, holds }) => fields.includes(key) && holds(inner)).map(({ text }) => ({
      pointer: pointerTo([...path, key]),
      text,
    }));
  });
};

/** The body with each text in its stored form: a reference in another normal form makes no other request of it. */
const inStoredForms = <Value>(value: Value): Value => {
  if (typeof value === 'string') return storedForm(value) as Value;
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inStoredForms) as Value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inStoredForms(inner)])) as Value;
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
    ...(read.success ? refusedReferences(read.data) : errorsOf(read.error)),
  ];
  if (!time.success || !read.success || errors.length > 0) return { errors };
  const fields: Record<string, unknown> = { ...read.data };
  const texts = Object.fromEntries(
    FREE_TEXT_FIELDS.flatMap((field) => (typeof fields[field] === 'string' ? [[field, fields[field]]] : [])),
  );
  return { occurred_at: time.data.occurred_at, texts, fields, received: inStoredForms(body) };
};

/** The body as the domain takes it: free texts only referred to. */
export const domainBody = <Name extends CommandName>(
  name: Name,
  { fields }: ReadBody,
  references: Record<string, TextReference>,
): Body<Name> => COMMAND_BODIES[name].parse({ ...fields, ...references }) as Body<Name>;
