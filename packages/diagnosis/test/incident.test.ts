import { describe, expect, it } from '@jest/globals';
import { diagnose } from '@order-ledger/diagnosis/diagnose';
import type { Evidence } from '@order-ledger/diagnosis/evidence';
import { type IncidentParts, incidentOf } from '@order-ledger/diagnosis/incident/incident';
import { escaped, incidentPage } from '@order-ledger/diagnosis/incident/page';
import { stageLimits } from '@order-ledger/diagnosis/stage-limits';
import { STATUSES } from '@order-ledger/domain/status';
import { journeyTo, walk } from '@order-ledger/testing/orders/journeys';
import { TEXT } from '@order-ledger/testing/orders/rightful';
import { evidenceOf, failingAt, job, processes } from './situations.ts';

const partsOf = (evidence: Evidence, changes: Partial<IncidentParts> = {}): IncidentParts => ({
  ...{ made_at: evidence.system.at, evidence, diagnosis: diagnose(evidence, stageLimits({})) },
  ...{ spans: { is: [] }, logs: { is: [] }, programs: [] },
  ...changes,
});

/** What somebody may have put wherever he could. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</pre></td></table></details><iframe src=https://evil.example>',
  '</style><style>*{background:url(https://evil.example)}</style>',
  '</title><meta http-equiv=refresh content="0;url=https://evil.example">',
  '<!--',
  'javascript:alert(1)',
  '\u202e<a href=//evil.example>',
  '&lt;script&gt;',
  '\u0000<\u0000script>',
  '$' + '{alert(1)}`',
];

/** Every text below here, names of fields too, becomes an attack; what decides about the page's form stays. */
const poisoned = (value: unknown, attack: string, kept: readonly string[] = []): unknown => {
  if (typeof value === 'string') return attack;
  if (Array.isArray(value)) return value.map((item) => poisoned(item, attack, kept));
  if (typeof value !== 'object' || value === null || value instanceof Map) return value;
  return Object.fromEntries([
    ...Object.entries(value).map(([name, item]) => [name, kept.includes(name) ? item : poisoned(item, attack, kept)]),
    [attack, attack],
  ]);
};

const ALLOWED_TAGS = [
  ...[
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'h1',
    'p',
    'div',
    'b',
    'br',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
  ],
  ...['td', 'details', 'summary', 'pre'],
];

/** What a browser would make tags of, with their attributes. */
const tagsIn = (page: string): { name: string; attributes: string }[] =>
  [...page.matchAll(/<\/?([a-zA-Z!][^\s/>]*)([^>]*)>/g)].map(([, name = '', attributes = '']) => ({
    name,
    attributes,
  }));

describe('the incident file [G6] [M1]', () => {
  it.each(ATTACKS)('shows as a text whatever anybody has put anywhere: %j', (attack) => {
    const order = journeyTo('SHIPPED');
    const base = evidenceOf(order, {
      order: { job: job() },
      system: { processes: processes(failingAt('bridge', 'a: b')) },
    });
    const evidence: Evidence = {
      system: poisoned(base.system, attack, ['at']) as Evidence['system'],
      order: {
        ...(poisoned(base.order, attack, ['state', 'events', 'order_id', 'row']) as Evidence['order']),
        positions: base.order.positions,
        events: base.order.events.map((event) => ({
          ...event,
          data: poisoned(event.data, attack),
          metadata: { ...event.metadata, actor: { id: attack, kind: attack, roles: [attack] }, system: attack },
        })) as unknown as Evidence['order']['events'],
        ids: new Map(
          base.order.events.map(({ metadata }) => [metadata.event_version, { event_id: attack, trace_id: attack }]),
        ),
      },
    };
    const diagnosis = poisoned(diagnose(base, stageLimits({})), attack) as IncidentParts['diagnosis'];
    const line = { at: 0, level: attack, service: attack, message: attack, fields: { [attack]: attack } };
    const span = { name: attack, service: attack, traceId: attack, error: attack, attributes: { [attack]: attack } };
    const incident = incidentOf(
      partsOf(evidence, {
        diagnosis,
        logs: { is: [line] },
        spans: { is: [span] },
        programs: [{ name: attack, url: attack, about: { is: { [attack]: attack } } }],
      }),
    );
    const page = incidentPage(incident);
    expect(
      tagsIn(page)
        .map(({ name }) => name.toLowerCase())
        .filter((name) => name !== '!doctype' && !ALLOWED_TAGS.includes(name)),
    ).toEqual([]);
    for (const { attributes } of tagsIn(page)) expect(attributes).not.toMatch(/\bon\w+\s*=|src\s*=|href\s*=/i);
    // One style, one title, and nothing that would be loaded.
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page.match(/<title>/g)).toHaveLength(1);
    expect(page).toContain(`content="default-src 'none'`);
    expect(page).not.toMatch(/<[^>]*evil\.example/);
    expect([page.includes('\u0000'), page.includes('\u202e')]).toEqual([false, false]);
  });

  it('escapes each sign that means something in a page', () => {
    expect(escaped(`<a href="x" title='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;');
    expect(escaped('\u202eabc\u0007\n')).toBe('\ufffdabc\ufffd\n');
  });

  it('holds nothing personal, wherever it was put', () => {
    const personal = [
      'Ivan Petrov',
      'ivan@example.com',
      '+7 912 345-67-89',
      '4111 1111 1111 1111',
      'улица Ленина, д. 5',
    ];
    const order = journeyTo('MANUFACTURING_APPROVED');
    for (const text of personal) {
      const base = evidenceOf(order);
      const events = base.order.events.map((event) => ({
        ...event,
        data: { ...event.data, customer_ref: text, machine_id: text, deep: [{ [text]: text }] },
        metadata: { ...event.metadata, actor: { ...event.metadata.actor, id: text } },
      })) as unknown as Evidence['order']['events'];
      const letter = { queue: 'q', message_id: text, type: text, reason: text, error_class: null, last_failure: null };
      const evidence = { ...base, order: { ...base.order, events, letters: { is: [letter] } } };
      const found = { ...diagnose(base, stageLimits({})), text: `claimed by ${text}` };
      const shown = JSON.stringify(
        incidentOf(
          partsOf(evidence, {
            diagnosis: found,
            logs: { is: [{ at: 0, level: 'info', service: 'bridge', message: text, fields: { reason: text } }] },
            spans: { is: [{ name: 'span', attributes: { [text]: text } }] },
          }),
        ).events,
      );
      expect(shown).not.toContain(text);
      if (text === 'Ivan Petrov') continue;
      // A name in a text of ours is told by nothing; what has a form is.
      expect(
        JSON.stringify(
          incidentOf(
            partsOf(evidence, {
              diagnosis: found,
              logs: { is: [{ at: 0, level: 'info', service: 'b', message: text, fields: {} }] },
            }),
          ),
        ),
      ).not.toContain(text);
    }
  });

  it('holds no free text by its keyed hash', () => {
    const order = walk(journeyTo('SUBMITTED'), 'AddNote');
    const shown = JSON.stringify(incidentOf(partsOf(evidenceOf(order))));
    expect(JSON.stringify(order.events)).toContain(TEXT.hmac);
    expect(shown).not.toContain(TEXT.hmac);
    expect(shown).toContain('"note":"[text]"');
  });

  it('has each event with the state after it, for every status', () => {
    for (const status of STATUSES) {
      const order = journeyTo(status);
      const { events, messages } = incidentOf(partsOf(evidenceOf(order)));
      expect(events.map(({ event_version }) => event_version)).toEqual(order.events.map((_, index) => index + 1));
      expect(events.at(-1)?.after?.status).toBe(status);
      expect(messages).toHaveLength(order.events.length);
    }
  });

  it('is made whichever source is away, and names it', () => {
    const away = { unknown: 'no answer within 2 s' };
    const evidence = evidenceOf(journeyTo('SUBMITTED'), {
      system: { processes: away, queues: away, relays: away, lanes: away, readSide: away, ledger: away },
      order: {
        row: away,
        job: away,
        intake: away,
        plan: away,
        parked: away,
        timers: away,
        lease: away,
        letters: away,
        told_by: 'read model',
      },
    });
    const incident = incidentOf(
      partsOf(evidence, { logs: away, spans: away, programs: [{ name: 'bridge', url: 'x', about: away }] }),
    );
    expect((incident.away as object[]).length).toBe(14 + 3);
    expect(incidentPage(incident)).toContain('no answer within 2 s');
    expect(incident.verdict).toMatchObject({ verdict: 'ledger-away' });
    const nothing = { ...evidence, order: { ...evidence.order, events: [], state: null, told_by: null } };
    expect(incidentPage(incidentOf(partsOf(nothing)))).toContain('Events (from the nobody)');
  });
});
