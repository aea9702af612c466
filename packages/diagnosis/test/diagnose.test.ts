import { describe, expect, it } from '@jest/globals';
import { diagnose, NOTHING_FITS_HELPS, RULES } from '@order-ledger/diagnosis/diagnose';
import { stageLimits } from '@order-ledger/diagnosis/stage-limits';
import { VERDICTS } from '@order-ledger/diagnosis/verdict';
import { FINAL_STATUSES, STATUSES } from '@order-ledger/domain/status';
import { erroredFrom, heldFrom, journeyTo, partnersOrder, walk } from '@order-ledger/testing/orders/journeys';
import type { Order } from '@order-ledger/testing/orders/specification';
import { helps, says } from '../../dashboard/src/texts/en/stuck.ts';
import {
  diagnosisOf,
  evidenceOf,
  failingAt,
  frozen,
  job,
  processes,
  queues,
  reactions,
  relays,
  stopped,
} from './situations.ts';

type Changes = Parameters<typeof evidenceOf>[1];

const submitted = journeyTo('SUBMITTED');
const calculating = journeyTo('PRICE_CALCULATION_STARTED');
const accepted = journeyTo('WAITING_PAYMENT');
const paid = walk(accepted, 'RecordPayment');
const approved = journeyTo('MANUFACTURING_APPROVED');
const planned = walk(approved, 'PlanProduction');
const requested = journeyTo('WAITING_SHIPMENT_CONFIRMATION');

/** Seconds after the calculation was begun. */
const at = (seconds: number): string =>
  new Date(Date.parse(calculating.events.at(-1)?.metadata.recorded_at ?? '') + seconds * 1_000).toISOString();

/** Looked at when every limit has passed. */
const LATE = { laterS: 100 * 86_400 };
const LETTER = {
  ...{ queue: 'pricing.intake.v1', message_id: 'm', type: 'order.order_submitted', reason: 'no-tariff' },
  ...{ error_class: 'permanent', last_failure: null },
};
const looked = { is: { seen_version: 3, seen_at: '2026-03-02T08:00:00.000Z', looked_version: 3 } };

// biome-ignore format: one situation a line reads as the table that it is
const SITUATIONS: readonly [what: string, order: Order, changes: Changes, verdict: string, cause: string, tells: RegExp][] = [
  ['a message taken out of its queue', submitted, {}, 'event-missing', 'message-lost', /OrderSubmitted \(event 3\).*nothing waits in pricing\.intake\.v1.*its reconciler does not know of the order/],
  ['a queue that was deleted', submitted, { system: { queues: queues({ 'pricing.intake.v1': { messages: null } }) } }, 'event-missing', 'message-lost', /there is no queue pricing\.intake\.v1/],
  ['a message that waits', submitted, { system: { queues: queues({ 'pricing.intake.v1': { messages: 7 } }) } }, 'event-late', 'message-waits', /7 messages/],
  ['a message that is tried again', submitted, { system: { queues: queues({ 'pricing.intake.v1': { retrying: 1 } }) } }, 'event-late', 'message-retried', /tried again/],
  ['a message that has just gone', submitted, { laterS: 3 }, '', 'within-limit', /may still be on its way/],
  ['a dead letter', submitted, { order: { letters: { is: [LETTER] } } }, 'dead-letter', 'dead-letter', /no-tariff/],
  ['a bridge that does not run', submitted, { system: { relays: relays('1'), processes: processes(stopped('bridge')) } }, 'process-away', 'bridge-away', /bridge does not run.*OrderSubmitted/],
  ['a bridge that is frozen', submitted, { system: { relays: relays(null), processes: processes(frozen('bridge')) } }, 'process-away', 'bridge-away', /bridge is frozen/],
  ['a bridge that is cut off', submitted, { system: { relays: relays('1'), processes: processes(failingAt('bridge', 'rabbitmq: broker-unavailable')) } }, 'event-late', 'bridge-cut-off', /broker-unavailable/],
  ['a bridge that is behind', submitted, { system: { relays: relays('1') } }, 'event-late', 'bridge-behind', /behind the ledger/],
  ['an order parked by the bridge', submitted, { order: { parked: { is: [{ process: 'bridge', what: 'orders.pricing.v1', reason: 'unpublishable', parked_at: 'x' }] } } }, 'parked', 'parked-on-the-way', /bridge has parked/],
  ['a worker that does not run', submitted, { system: { processes: processes(stopped('pricing-worker')), queues: queues({ 'pricing.intake.v1': { messages: 1 } }) } }, 'process-away', 'process-away', /pricing-worker does not run/],
  ['a frozen worker in a calculation', calculating, { order: { job: job() }, system: { processes: processes(frozen('pricing-worker')) } }, 'process-away', 'process-away', /pricing-worker is frozen/],
  ['a worker of two that does not run', calculating, { order: { job: job() }, system: { processes: { is: [...processes().is, stopped('pricing-worker')] } } }, 'work-slow', 'calculation-runs', /gave a sign of life/],
  ['a worker without RabbitMQ', submitted, { system: { processes: processes(failingAt('pricing-worker', 'messaging: broker-unavailable')), queues: { unknown: 'no answer within 2 s' } } }, 'event-late', 'broker-away', /cannot take messages/],
  ['nothing known of the queue', submitted, { system: { queues: { unknown: 'no answer within 2 s' } } }, 'event-late', 'not-heard-of', /not known/],
  ['a deleted row of a job', calculating, { order: { intake: looked } }, 'job-missing', 'job-missing', /no job waits/],
  ['a deleted row before the start', submitted, { order: { intake: looked } }, 'job-missing', 'job-missing', /nobody calculates/],
  ['a long calculation', calculating, { order: { job: job() } }, 'work-slow', 'calculation-runs', /40 % of measure.*longer than/],
  ['a calculation whose lease has ended', calculating, { order: { job: job({ lease_expires_at: '2026-03-02T08:00:00.000Z' }) } }, 'work-slow', 'lease-expired', /no sign of life/],
  ['a lease that outlives its worker', calculating, { order: { job: job({ renewed_at: '2026-03-02T08:00:00.000Z' }) } }, 'work-slow', 'lease-expired', /no sign of life since 2026-03-02T08:00:00.000Z, and nobody takes its calculation over before 2099/],
  ['a worker that has been killed, and its lease still lasts', calculating, { laterS: 70, order: { job: job({ lease_expires_at: at(90), renewed_at: at(10) }) } }, 'work-slow', 'lease-expired', /no sign of life since/],
  ['a result that was not told', calculating, { order: { job: job({ job_state: 'DONE', measured_at: '2026-03-02T08:00:00.000Z' }) } }, 'event-late', 'result-untold', /has not been told/],
  ['a queue before a slot', submitted, { order: { job: job({ waiter_state: 'QUEUED', job_state: 'QUEUED', queue_position: 3 }) } }, 'in-queue', 'waits-for-slot', /place 3 in lane SHORT, about 30 s/],
  ['a job that nobody takes', submitted, { order: { job: job({ waiter_state: 'QUEUED', job_state: 'QUEUED', queue_position: 1 }) }, system: { lanes: { is: [{ lane: 'SHORT', queued: 1, running: 0 }] } } }, 'in-queue', 'nobody-takes', /no calculation runs/],
  ['a calculation that waits for its next try', submitted, { order: { job: job({ waiter_state: 'QUEUED', job_state: 'QUEUED', not_before: '2099-01-01T00:00:00.000Z', infra_failures: 2 }) } }, 'in-queue', 'waits-for-retry', /tried again at 2099/],
  ['models that cannot be fetched', submitted, { order: { job: job({ waiter_state: 'QUEUED', job_state: 'QUEUED' }) }, system: { processes: processes(failingAt('pricing-worker', 'models: upload-api-away')) } }, 'dependency-away', 'dependency-away', /upload-api-away/],
  ['an order parked by pricing', submitted, { order: { intake: looked, parked: { is: [{ process: 'pricing-worker', what: null, reason: 'unreadable', parked_at: 'x' }] } } }, 'parked', 'parked-on-the-way', /pricing-worker has parked/],
  ['an order parked by the projector', submitted, { order: { row: { is: { status: 'SUBMITTED', event_version: 2, is_stale: true, stale_reason: 'not-foldable' } } } }, 'parked', 'parked-by-projector', /not-foldable/],
  ['a projector that does not run', paid, { order: { row: { is: { status: 'PRICE_CALCULATED', event_version: 5, is_stale: false, stale_reason: null } } }, system: { processes: processes(stopped('projector')) } }, 'read-side-behind', 'projector-away', /the read side shows PRICE_CALCULATED at event 5/],
  ['a read side that has never heard of it', submitted, { order: { row: { is: null } } }, 'read-side-behind', 'projector-behind', /does not show it at all/],
  ['an event store that is away', approved, { system: { ledger: { unknown: 'connect ECONNREFUSED' } }, order: { told_by: 'read model' } }, 'ledger-away', 'ledger-away', /ECONNREFUSED/],
  ['another ledger', paid, { system: { processes: processes(failingAt('process-manager', 'ledger: ledger-diverged')) } }, 'ledger-away', 'ledger-diverged', /process-manager says.*does not hold/],
  ['another ledger for one who has nothing to do with it', planned, { ...LATE, system: { processes: processes(failingAt('process-manager', 'ledger: ledger-diverged')) } }, 'waiting-for-person', 'nobody-claims', /nobody has claimed/],
  ['a ledger that has lost its last event', paid, { order: { in_ledger: 6, row: { is: { status: 'WAITING_PAYMENT', event_version: 7, is_stale: false, stale_reason: null } } } }, 'event-missing', 'not-in-ledger', /has 7 events of the order, the ledger only 6/],
  ['an order that cannot be read in the ledger', approved, { order: { told_by: 'read model', unreadable: 'no event of ours' } }, 'parked', 'order-unreadable', /no event of ours/],
  ['an order on hold', heldFrom('MANUFACTURING_APPROVED'), LATE, 'on-hold', 'on-hold', /PAYMENT_RISK by the CRM.*out of MANUFACTURING_APPROVED/],
  ['an order in error', erroredFrom('MANUFACTURING_STARTED'), LATE, 'in-error', 'in-error', /out of MANUFACTURING_STARTED/],
  ['a payment that is missing', accepted, LATE, 'waiting-for-person', 'payment-missing', /0 of 129900 RUB/],
  ['a payment that nobody followed', paid, {}, 'event-missing', 'reaction-missing', /PaymentRecorded.*ManufacturingApproved is missing/],
  ['a payment that process-manager has not come to', paid, { system: { reactions: reactions('1') } }, 'event-late', 'reaction-late', /has not come to PaymentRecorded/],
  ['a payment, and a process-manager that reads the ledger since its start', paid, { system: { processes: processes(failingAt('process-manager', 'reactions: catching-up')) } }, 'event-late', 'catching-up', /has not read all of the ledger/],
  ['a payment, and a process-manager that cannot read on', paid, { system: { processes: processes(failingAt('process-manager', 'reactions: newer-writer')) } }, 'process-away', 'newer-event', /process-manager has stopped before an event/],
  ['a payment, and a process-manager that nobody follows', paid, { system: { processes: processes(failingAt('process-manager', 'reactions: nobody-follows')) } }, 'process-away', 'process-not-ready', /nobody-follows/],
  ['an event of which nobody knows whether it was published', submitted, { order: { positions: new Map() } }, 'event-late', 'not-heard-of', /whether it was published is not known/],
  ['a payment, and a process-manager that starts', paid, { system: { processes: processes(failingAt('process-manager')) } }, 'process-away', 'process-not-ready', /it starts, or ends/],
  ['a payment, and a process-manager without its rights', paid, { system: { processes: processes(failingAt('process-manager', 'postgres: 42501')) } }, 'dependency-away', 'dependency-away', /42501/],
  ['a payment that was recorded by a clock that is ahead', paid, { laterS: -3_600 }, 'clocks-apart', 'recorded-ahead', /PaymentRecorded.*60 min ahead of now/],
  ['a payment, and a process-manager that does not run', paid, { system: { processes: processes(stopped('process-manager')) } }, 'process-away', 'process-away', /process-manager does not run/],
  ['a payment in a parked order', paid, { order: { parked: { is: [{ process: 'process-manager', what: null, reason: 'unreadable', parked_at: 'x' }] } } }, 'parked', 'parked-on-the-way', /process-manager has parked/],
  ['an approved order without a plan', approved, {}, 'event-missing', 'message-lost', /manufacturing-worker has not heard/],
  ['an approved order that no centre can make', approved, { order: { letters: { unknown: 'not read here' }, plan: { is: { state: null, work_centre: null, finish_at: null, awaited: 'ManufacturingApproved', looks: 2 } } }, system: { queues: queues({ 'manufacturing.plan.v1': { dead_letters: 1 } }) } }, 'dead-letter', 'dead-letter', /tried 2 times/],
  ['an approved order without machine time', approved, { laterS: 3 * 86_400, order: { plan: { is: { state: 'WAITING', work_centre: null, finish_at: null, awaited: null, looks: null } } } }, 'in-queue', 'waits-for-machine', /no machine time/],
  ['a plan that was not told', approved, { order: { plan: { is: { state: 'RESERVED', work_centre: 'fdm-1', finish_at: 'x', awaited: null, looks: null } } } }, 'event-late', 'plan-untold', /fdm-1/],
  ['an order that nobody claims', planned, LATE, 'waiting-for-person', 'nobody-claims', /nobody has claimed it/],
  ['a claim whose holder has left', walk(planned, 'ClaimOrder'), { ...LATE, order: { lease: { is: { fence_token: 1, expires_at: '2026-03-02T09:00:00.000Z', closed: false } } } }, 'waiting-for-person', 'claim-left', /has not renewed it/],
  ['the same, and no claim keeper', walk(planned, 'ClaimOrder'), { ...LATE, order: { lease: { is: { fence_token: 1, expires_at: '2026-03-02T09:00:00.000Z', closed: false } } }, system: { processes: processes(stopped('command-api')) } }, 'waiting-for-person', 'claim-left', /command-api does not run/],
  ['a claim that is held', walk(planned, 'ClaimOrder'), { ...LATE, order: { lease: { is: { fence_token: 1, expires_at: '2099-01-01T00:00:00.000Z', closed: false } } } }, 'waiting-for-person', 'claim-held', /until 2099/],
  ['a silent carrier', requested, LATE, 'waiting-for-carrier', 'carrier-silent', /has not answered the shipment request/],
  ['a carrier that tells of no delivery', journeyTo('SHIPPED'), LATE, 'waiting-for-carrier', 'carrier-silent', /told of no delivery/],
  ['a quote without an answer', walk(partnersOrder(), 'AttachModel', 'SubmitOrder', 'StartPriceCalculation', 'CompletePriceCalculation'), { laterS: 4 * 86_400 }, 'waiting-for-person', 'quote-unanswered', /not answered the quote/],
  ['a quote that has ended', journeyTo('PRICE_CALCULATED'), LATE, 'waiting-for-person', 'quote-expired', /was valid until/],
  ['an event store with a full disk', approved, { system: { processes: processes(failingAt('command-api', 'ledger: appends-unacknowledged')) } }, 'ledger-away', 'appends-refused', /command-api says.*has acknowledged no append/],
  ['a calculation that is given up', calculating, { order: { job: job({ job_state: 'DEAD', waiter_state: 'STARTED', dead_code: 'TOO_SLOW' }) } }, 'work-slow', 'calculation-dead', /TOO_SLOW/],
  ['a carrier that says too little', walk(requested, ['RecordCarrierEvent', { body: { carrier: 'dpd', carrier_event_id: 'e-1', kind: 'ACCEPTED' } }]), LATE, 'waiting-for-person', 'carrier-event-incomplete', /lacks shipment_request_id, tracking_number/],
  ['a parcel that nobody packs', journeyTo('MANUFACTURING_COMPLETED'), LATE, 'waiting-for-person', 'person-acts', /a packer to begin packing/],
  ['a timer that does not fire', journeyTo('PRICE_CALCULATED'), { ...LATE, order: { timers: { is: [{ rule: 'quote-expiry', due_at: '2026-03-20T08:00:00.000Z' }] } }, system: { processes: processes(failingAt('process-manager', 'clock: clock-skew')) } }, 'event-late', 'timer-late', /clock-skew/],
];

describe('the verdict on an order that stands still [L7] [G4]', () => {
  it.each(SITUATIONS)('%s', (_what, order, changes, verdict, cause, tells) => {
    const found = diagnosisOf(order, changes);
    expect([found.verdict ?? '', found.cause]).toEqual([verdict, cause]);
    expect(found.text).toMatch(tells);
    expect(found.stuck).toBe(verdict !== '');
  });

  it('names all that the page says of it in words of its own', () => {
    const said = SITUATIONS.filter(([, , , , cause]) => cause in says);
    expect(said.length).toBeGreaterThan(10);
    for (const [what, order, changes, , cause] of said) {
      const names = [...says[cause as keyof typeof says].matchAll(/\{(\w+)[},]/g)].map(([, name = '']) => name);
      const { facts } = diagnosisOf(order, changes);
      const missing = names.filter((name) => facts[name === 'turn' ? 'in_status' : name] === undefined);
      expect([what, missing]).toEqual([what, []]);
    }
  });

  it('is helped by what the page says in words of its own', () => {
    const told = RULES.flatMap(({ cause, help }) => (help === undefined ? [] : [[cause, help]]));
    expect({ ...Object.fromEntries(told), ...NOTHING_FITS_HELPS }).toEqual(helps);
  });

  it('has a situation for every row of its table', () => {
    const shown = new Set(SITUATIONS.map(([, , , , cause]) => cause));
    expect(
      RULES.map(({ cause }) => cause)
        .filter((cause) => !shown.has(cause))
        .sort(),
    ).toEqual(['command-api-away', 'command-api-not-ready', 'on-its-way', 'parked-elsewhere', 'recorded-late']);
    expect(RULES.filter(({ verdict }) => !VERDICTS.includes(verdict))).toEqual([]);
  });

  it('finds one for each status, past its limit and within it, whatever cannot be asked', () => {
    const away = { unknown: 'no answer within 2 s' };
    const system = { processes: away, queues: away, relays: away, lanes: away, readSide: away };
    const order = {
      row: away,
      job: away,
      intake: away,
      plan: away,
      parked: away,
      timers: away,
      lease: away,
      letters: away,
    };
    for (const status of STATUSES) {
      const one = journeyTo(status);
      const late = diagnosisOf(one, { ...LATE, system, order });
      const isFinal = (FINAL_STATUSES as readonly string[]).includes(status);
      expect([status, late.verdict === null, late.stuck]).toEqual([status, isFinal, !isFinal]);
      expect([status, late.away.length]).toEqual([status, 13]);
      const soon = diagnosisOf(one, { laterS: 1, order: { job: job() } });
      expect([status, soon.stuck]).toEqual([status, false]);
      expect([status, soon.verdict === null]).toEqual([status, status !== 'ON_HOLD' && status !== 'ERROR']);
    }
  });

  it('tells who may do what, as the graph does', () => {
    const { who_may } = diagnosisOf(planned, LATE);
    expect(who_may.find(({ command }) => command === 'ClaimOrder')?.by).toEqual([
      'mes.operator',
      'mes.packer',
      'mes.lead',
    ]);
    expect(who_may.at(-1)).toEqual({
      command: 'CancelOrder',
      to: 'CANCELLED',
      by: expect.arrayContaining(['crm.agent']),
    });
    const error = diagnosisOf(erroredFrom('MANUFACTURING_STARTED'), LATE).who_may;
    expect(error.find(({ command }) => command === 'ResolveError')).toEqual({
      ...{ command: 'ResolveError', to: 'MANUFACTURING_STARTED', by: ['crm.supervisor', 'ops'] },
    });
    expect(diagnosisOf(accepted, LATE).who_may.map(({ command }) => command)).toContain('RecordPayment');
  });

  it('tells what else was found, and never less than one finding', () => {
    const found = diagnosisOf(submitted, {
      system: {
        processes: processes(frozen('pricing-worker')),
        queues: queues({ 'pricing.intake.v1': { messages: 2 } }),
      },
    });
    expect(found.verdict).toBe('process-away');
    expect(found.also.map(({ cause }) => cause)).toContain('message-waits');
    expect(found.evidence.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['ledger', 'RabbitMQ', 'processes']),
    );
  });

  it('tells beside whom an order waits for that nobody can act', () => {
    const { verdict, also } = diagnosisOf(accepted, {
      ...LATE,
      system: { processes: processes(frozen('command-api')) },
    });
    expect([verdict, also.map(({ cause }) => cause)]).toEqual(['waiting-for-person', ['command-api-away']]);
  });

  it('knows of an order that no source tells of only what is away', () => {
    const nobody = { unknown: 'no answer within 2 s' };
    const evidence = evidenceOf(submitted, {
      system: { ledger: nobody },
      order: { state: null, events: [], told_by: null },
    });
    expect(diagnose(evidence, stageLimits({}))).toMatchObject({ verdict: 'ledger-away', status: null, stuck: true });
  });

  it('says of an order that cannot be read, or shown at all, that it is parked', () => {
    const nothing = { state: null, events: [], told_by: null } as const;
    const row = { is: { status: 'INITIATED', event_version: 0, is_stale: true, stale_reason: 'unreadable' } };
    const found = (order: object) =>
      diagnose(evidenceOf(submitted, { order: { ...nothing, ...order } }), stageLimits({}));
    expect(found({ row })).toMatchObject({ verdict: 'parked', cause: 'parked-by-projector', stuck: true });
    expect(found({ row: { is: null }, unreadable: 'no event of ours' })).toMatchObject({ cause: 'order-unreadable' });
  });

  it('takes a calculation for slow only when it takes longer than it was expected to, unless somebody has set less', () => {
    const running = {
      laterS: 700,
      order: { job: job({ predicted_p95_s: 1e9, taken_at: '2026-03-02T08:00:00.000Z' }) },
    };
    expect(diagnosisOf(calculating, running, {})).toMatchObject({ verdict: null, stuck: false });
    expect(diagnosisOf(calculating, running)).toMatchObject({ cause: 'calculation-runs', stuck: true });
  });

  it('takes what happened long before it was recorded for late, not for slow', () => {
    const { events, ...rest } = submitted;
    const moved = events.map((event, index) =>
      index === events.length - 1
        ? { ...event, metadata: { ...event.metadata, occurred_at: '2026-03-01T08:00:00.000Z' } }
        : event,
    );
    const found = diagnosisOf({ ...rest, events: moved as Order['events'] }, { laterS: 20 });
    expect(found).toMatchObject({ verdict: 'event-late', cause: 'recorded-late', stuck: true });
  });

  it('says of an order read from tables that are behind that it may have moved on', () => {
    const system = {
      readSide: { is: { lag_s: 600, current_until: submitted.events[0]?.metadata.recorded_at ?? null } },
    };
    expect(diagnosisOf(submitted, { system, order: { told_by: 'read model' } })).toMatchObject({
      ...{ verdict: 'read-side-behind', cause: 'projector-behind' },
    });
  });

  it.each([
    ['SUBMITTED=5,SYSTEM=1', 'SUBMITTED', 5, 'configuration'],
    ['7', 'SHIPPED', 7, 'configuration'],
    ['', 'SUBMITTED', 300, 'default'],
  ])('takes limits as they are set: %s', async (text, status, seconds, from) => {
    const { limitSettings } = await import('@order-ledger/diagnosis/stage-limits');
    expect(stageLimits(limitSettings(text))[status as 'SUBMITTED']).toEqual({ seconds, from });
  });

  it.each(['SUBMITTED', 'CLOSED=4', 'SUBMITTED=-1', 'NONE=4', 'SUBMITTED=1e9', '99999999999'])(
    'refuses %s',
    async (text) => {
      const { limitSettings } = await import('@order-ledger/diagnosis/stage-limits');
      expect(() => limitSettings(text)).toThrow(/no limit/);
    },
  );

  it("takes a stage's own p95 where enough orders have passed it, never below what the system may take", () => {
    const limits = stageLimits({ SYSTEM: 60 }, [
      { status: 'SHIPPED', visits: 200, p95_s: 400.2 },
      { status: 'RETURNED', visits: 199, p95_s: 400 },
      { status: 'SUBMITTED', visits: 5_000, p95_s: 0.4 },
    ]);
    expect(limits.SHIPPED).toEqual({ seconds: 401, from: 'p95' });
    expect(limits.RETURNED.from).toBe('default');
    expect(limits.SUBMITTED).toEqual({ seconds: 60, from: 'p95' });
  });
});
