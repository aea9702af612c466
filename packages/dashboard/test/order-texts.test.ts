import { describe, expect, it } from '@jest/globals';
import { commandDocument } from '@order-ledger/command-api/http/openapi';
import { VERDICTS } from '@order-ledger/diagnosis/verdict';
import * as lists from '@order-ledger/domain/closed-lists';
import { EVENT_TYPES, EVENTS } from '@order-ledger/domain/events';
import { ROLE_NAMES } from '@order-ledger/domain/grants';
import { STATUSES } from '@order-ledger/domain/status';
import { z } from 'zod';
import { type Field, fieldsOf, type Schema } from '../src/order/forms/fields.ts';
import { STAGES } from '../src/order/lanes/stages.ts';
import { isDanger, PAGE_COMMANDS, segmentOf } from '../src/order/next/commands.ts';
import en from '../src/texts/en-order.ts';

// The Russian texts have the same names as the English ones: another test holds them to each other.

type Document = {
  paths: Record<string, { post: { requestBody: { content: { 'application/json': { schema: Schema } } } } }>;
};
const { paths } = commandDocument('test') as Document;
const formOf = (command: (typeof PAGE_COMMANDS)[number]): Field[] =>
  fieldsOf(
    paths[`/v1/orders/{order_id}/commands/${segmentOf(command)}`]?.post.requestBody.content['application/json']
      .schema ?? {},
  );
const deep = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => ('fields' in field ? [field, ...deep(field.fields)] : [field]));

interface Described {
  properties?: Record<string, Described>;
  items?: Described;
}
const namesIn = ({ properties = {}, items = {} }: Described): string[] => [
  ...Object.entries(properties).flatMap(([name, part]) => [name, ...namesIn(part)]),
  ...(Object.keys(items).length > 0 ? namesIn(items) : []),
];

const without = (names: Iterable<string>, texts: object): string[] =>
  [...new Set(names)].filter((name) => !Object.hasOwn(texts, name));

describe("the order's page has a word for", () => {
  it('[I] every command that it offers, and a question for every one that cannot be taken back', () => {
    expect(without(PAGE_COMMANDS, en.command)).toEqual([]);
    expect(without(PAGE_COMMANDS.filter(isDanger), en.danger)).toEqual([]);
  });

  it('[I] every field of every form, and every choice in it', () => {
    const fields = PAGE_COMMANDS.flatMap((command) => deep(formOf(command)));
    expect(fields.length).toBeGreaterThan(100);
    expect(
      without(
        fields.map(({ name }) => name),
        en.field,
      ),
    ).toEqual([]);
    expect(
      without(
        fields.flatMap((field) => (field.kind === 'choice' ? field.options : [])),
        en.code,
      ),
    ).toEqual([]);
  });

  it('[I] every event, every field of its data, and every code that may stand there', () => {
    expect(without(EVENT_TYPES, en.event)).toEqual([]);
    const fields = Object.values(EVENTS).flatMap(({ data }) =>
      namesIn(z.toJSONSchema(data, { unrepresentable: 'any', io: 'input' }) as Described),
    );
    // Of a free text the event has a reference alone, and the page shows neither part of it.
    expect(without(fields, { ...en.field, ref: '', hmac: '', p50: '', p95: '' })).toEqual([]);
    const codes = Object.values(lists).flatMap((list) => [...list]);
    expect(without(codes, en.code)).toEqual([]);
  });

  it('[I] whose turn it is in each status, what each stage waits for, each role and each verdict', () => {
    expect(without(STATUSES, en.turn)).toEqual([]);
    expect(without(Object.keys(STAGES), en.gap)).toEqual([]);
    expect(
      without(
        ROLE_NAMES.map((role) => role.replaceAll('.', '-')),
        en.role,
      ),
    ).toEqual([]);
    expect(without(VERDICTS, en.verdict)).toEqual([]);
  });
});

it('knows every status as a stage, but for those that stop one', () => {
  expect(Object.keys(STAGES).sort()).toEqual(
    STATUSES.filter((status) => status !== 'ON_HOLD' && status !== 'ERROR').sort(),
  );
});
