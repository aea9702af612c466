import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { COMMAND_BODIES, COMMAND_NAMES, REQUEST_BODIES } from '@order-ledger/domain/bodies';
import * as lists from '@order-ledger/domain/closed-lists';
import { EVENT_TYPES, EVENTS, messageType } from '@order-ledger/domain/events';
import { FACTS } from '@order-ledger/domain/facts';
import { type Creation, legalPairs, RULES, type Transition, targetsOf } from '@order-ledger/domain/graph';
import { accountActive, accountUsable } from '@order-ledger/domain/guards/account';
import { type Guard, guardName } from '@order-ledger/domain/guards/guard';
import {
  FAILABLE_STATUSES,
  FINAL_STATUSES,
  HOLDABLE_STATUSES,
  isFinal,
  recordOf,
  STATUSES,
  type Status,
} from '@order-ledger/domain/status';
import { DESCRIBED } from '@order-ledger/testing/graph/described';

const pairs = (rules: readonly { from: readonly (string | null)[]; to: readonly string[] }[]): string[] =>
  [
    ...new Set(
      rules.flatMap(({ from, to }) =>
        from.filter((status) => status !== null).flatMap((a) => to.map((b) => `${a} ${b}`)),
      ),
    ),
  ].sort();

describe('the graph is the described one', () => {
  it('has the 23 statuses with their owners [A20]', () => {
    expect([...STATUSES].sort()).toEqual(Object.keys(DESCRIBED.owners).sort());
    expect(STATUSES).toHaveLength(23);
    for (const status of STATUSES) {
      const { owner, frozen } = recordOf(status);
      expect([status, owner === null]).toEqual([status, frozen !== null]);
      if (owner !== null) expect([status, owner]).toEqual([status, DESCRIBED.owners[status]]);
    }
  });

  it('has the same final, holdable and failable statuses [A21, A23]', () => {
    expect([...FINAL_STATUSES].sort()).toEqual([...DESCRIBED.final].sort());
    expect(HOLDABLE_STATUSES).toEqual(DESCRIBED.holdable);
    expect(FAILABLE_STATUSES).toEqual(DESCRIBED.failable);
    expect(FAILABLE_STATUSES).toHaveLength(19);
  });

  it('has the same 35 rules by id: from, to, command and event [A18]', () => {
    expect(
      RULES.map((rule) => ({
        id: rule.id,
        from: rule.from,
        to: targetsOf(rule),
        command: rule.command,
        event: rule.event,
      })),
    ).toEqual(DESCRIBED.rules.map(({ id, from, to, command, event }) => ({ id, from, to, command, event })));
    expect(RULES).toHaveLength(35);
  });

  it('has the same 22 facts: from, command and event [A18]', () => {
    expect(FACTS.map(({ command, from, event }) => ({ command, from, event }))).toEqual(
      DESCRIBED.facts.map(({ command, from, event }) => ({ command, from, event })),
    );
    expect(FACTS).toHaveLength(22);
  });

  it('has 114 legal pairs, so 415 illegal ones of 529, none of a status with itself [A19]', () => {
    const legal = legalPairs()
      .map(([from, to]) => `${from} ${to}`)
      .sort();
    expect(legal).toEqual(pairs(DESCRIBED.rules));
    expect(legal).toHaveLength(114);
    expect(STATUSES.length ** 2 - legal.length).toBe(415);
    expect(legalPairs().filter(([from, to]) => from === to)).toEqual([]);
  });

  it('has 29 commands with 28 events that change the status', () => {
    expect(new Set(RULES.map((rule) => rule.command)).size).toBe(29);
    expect(new Set(RULES.map((rule) => rule.event)).size).toBe(28);
  });
});

/** What these modules give to others beside their guards. */
const NO_GUARDS = ['LARGEST_SUM', 'notCarrying', 'boundCodeOf'];

const reached = (from: readonly Status[], step: (status: Status) => readonly Status[]): Set<Status> => {
  const seen = new Set(from);
  for (const status of seen) for (const next of step(status)) seen.add(next);
  return seen;
};
const next = (status: Status): Status[] => legalPairs().flatMap(([from, to]) => (from === status ? [to] : []));
const previous = (status: Status): Status[] => legalPairs().flatMap(([from, to]) => (to === status ? [from] : []));

describe('graph lint', () => {
  it('reaches every status from the creation [A25]', () => {
    expect(reached(['INITIATED'], next)).toEqual(new Set(STATUSES));
  });

  it('leads from every status to a final one [A25]', () => {
    expect(reached([...FINAL_STATUSES], previous)).toEqual(new Set(STATUSES));
    expect(STATUSES.filter((status) => !isFinal(status) && next(status).length === 0)).toEqual([]);
  });

  it('reaches every status and a final one without holds and errors too [A25]', () => {
    const plain = (step: (status: Status) => Status[]) => (status: Status) =>
      step(status).filter(
        (other) => other !== 'ON_HOLD' && other !== 'ERROR' && status !== 'ON_HOLD' && status !== 'ERROR',
      );
    expect(reached(['INITIATED'], plain(next)).size).toBe(21);
    expect(reached([...FINAL_STATUSES], plain(previous)).size).toBe(21);
  });

  it('gives one rule, so one target, for each status and command [A25]', () => {
    const keys = RULES.flatMap((rule) => rule.from.map((from) => `${from} ${rule.command}`));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives a fact one edge for each status, never beside a rule of the same command but for the holds [A25]', () => {
    const rules = new Set(RULES.flatMap((rule) => rule.from.map((from) => `${from} ${rule.command}`)));
    const facts = FACTS.flatMap((fact) => fact.from.map((from) => `${from} ${fact.command}`));
    expect(new Set(facts).size).toBe(facts.length);
    expect(facts.filter((key) => rules.has(key))).toEqual(['ON_HOLD ResumeOrder']);
  });

  it('names no status after a process without its phase [A1]', () => {
    const processes =
      /^(UPLOAD|PRICING|PRICE_CALCULATION|CALCULATION|MANUFACTURING|PACKAGING|PACKING|SHIPMENT|SHIPPING|DELIVERY|REWORK|RETURN)(_IN_PROGRESS)?$/;
    expect(STATUSES.filter((status) => processes.test(status))).toEqual([]);
    for (const process of ['MANUFACTURING', 'PACKAGING']) {
      expect(STATUSES).toContain(`${process}_STARTED`);
      expect(STATUSES).toContain(`${process}_COMPLETED`);
    }
    expect(STATUSES).toEqual(expect.arrayContaining(['PRICE_CALCULATION_STARTED', 'PRICE_CALCULATED']));
  });

  it('knows PACKAGING_STARTED and PACKAGING_COMPLETED with commands and events of their own [A5]', () => {
    expect(
      RULES.filter(
        (rule) => targetsOf(rule).some((to) => to.startsWith('PACKAGING_')) && typeof rule.to === 'string',
      ).map((rule) => [rule.command, rule.event, rule.to]),
    ).toEqual([
      ['StartPackaging', 'PackagingStarted', 'PACKAGING_STARTED'],
      ['CompletePackaging', 'PackagingCompleted', 'PACKAGING_COMPLETED'],
      ['DeclineShipment', 'ShipmentDeclined', 'PACKAGING_COMPLETED'],
    ]);
  });

  it('knows no PACKAGING in any schema, status, command or event [A4]', () => {
    expect([...STATUSES, ...COMMAND_NAMES, ...EVENT_TYPES, ...EVENT_TYPES.map(messageType)]).not.toContain('PACKAGING');
    const place = {
      reason: 'OTHER',
      from: 'PACKAGING',
      held_from: 'PACKAGING',
      error_from: 'PACKAGING',
      return_from: 'PACKAGING',
    };
    for (const type of ['OrderCancelled', 'OrderPutOnHold', 'OrderErrored', 'ReturnRequested'] as const) {
      const errors = EVENTS[type].data
        .safeParse(place)
        .error?.issues.filter((issue) => String(issue.path[0]).endsWith('from') && issue.code === 'invalid_value');
      expect([type, errors?.length]).toEqual([type, 1]);
    }
    const refusedBy = COMMAND_NAMES.filter(
      (name) =>
        !REQUEST_BODIES[name].safeParse({ status: 'PACKAGING' }).success &&
        !COMMAND_BODIES[name].safeParse({ status: 'PACKAGING' }).success,
    );
    expect(refusedBy).toEqual(COMMAND_NAMES);
  });

  it('rejects only from PRICE_CALCULATION_STARTED, by the pricing worker alone, with a code to act on [A9]', () => {
    expect(legalPairs().filter(([, to]) => to === 'REJECTED')).toEqual([['PRICE_CALCULATION_STARTED', 'REJECTED']]);
    expect(RULES.find((rule) => rule.id === 'T06')?.by).toEqual([{ to: 'pricing.worker' }]);
    expect(lists.REJECTION_REASONS).toEqual([
      'NOT_WATERTIGHT',
      'TOO_LARGE',
      'WALL_TOO_THIN',
      'UNSUPPORTED_FORMAT',
      'MATERIAL_UNAVAILABLE',
    ]);
  });

  it('asks every guard that there is on some edge, each under a name of its own', async () => {
    const folder = new URL('../src/guards/', import.meta.url);
    const modules = await Promise.all(
      readdirSync(folder)
        .filter((file) => !['guard.ts', 'guard-codes.ts'].includes(file))
        .map((file) => import(`@order-ledger/domain/guards/${file.replace('.ts', '')}`)),
    );
    const asked = new Set<unknown>([...RULES, ...FACTS].flatMap(({ guards }) => [...guards]));
    const guards = modules.flatMap((module) => Object.entries(module)).filter(([name]) => !NO_GUARDS.includes(name));
    expect(guards.filter(([, guard]) => !asked.has(guard)).map(([name]) => name)).toEqual([]);
    expect(guards.map(([, guard]) => (guard as Guard).name)).toEqual(guards.map(([name]) => name));
    expect(new Set(guards.map(([, guard]) => guardName(guard as Guard))).size).toBe(asked.size);
  });

  it('takes a guard of the creation on no other edge, and none of an order there', () => {
    // The compiler says so: without the error these lines would not compile.
    // @ts-expect-error a guard of the creation has no state to look at
    const transition: Transition['guards'] = [accountUsable];
    // @ts-expect-error an order that does not exist has no state that a guard could look at
    const creation: Creation['guards'] = [accountActive];
    expect([transition, creation]).toHaveLength(2);
  });

  it('has an edge for every command and for every event', () => {
    expect(new Set([...RULES, ...FACTS].map((edge) => edge.command))).toEqual(new Set(COMMAND_NAMES));
    expect(new Set([...RULES, ...FACTS].map((edge) => edge.event))).toEqual(new Set([...EVENT_TYPES, null]));
  });
});
