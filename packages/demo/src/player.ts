import type { CommandName } from '@order-ledger/domain/bodies';
import { isFinal } from '@order-ledger/domain/status';
import { type Known, learn, learnAll } from './known.ts';
import type { OrderRecord } from './record.ts';
import { BODIES, type Moment, type Uploaded } from './scenario/bodies.ts';
import type { Change, Clicks, Life, Saying, Sends, Step } from './scenario/steps.ts';
import type { Who } from './scenario/who.ts';
import type { Answer, Done, Precondition, Refused, Request, World } from './world.ts';

interface Play {
  life: Life;
  record: OrderRecord;
  world: World;
  /** Letters that no other run has: they make keys and references of this run its own. */
  run: string;
  /** How long an order may take to come where others are to bring it, milliseconds. */
  patienceMs: number;
}

/** The order did not go the way that its life says. */
class Unexpected extends Error {
  override readonly name = 'Unexpected';
}

/** What is safe without saying which state the sender knows. */
const WITHOUT_PRECONDITION: readonly CommandName[] = [
  'InitiateOrder',
  'ClaimOrder',
  'RenewClaim',
  'ReleaseClaim',
  'ReassignClaim',
  'ExpireClaim',
];
/** Here nobody else acts on the order yet, so any event since would be a surprise. */
const WITH_ETAG: readonly CommandName[] = ['AttachModel', 'SubmitOrder'];
const TRIES = 4;

const preconditionFor = (command: CommandName, known: Known, says: Saying): Precondition => {
  if (says === 'nothing' || WITHOUT_PRECONDITION.includes(command)) return {};
  if (says === 'an-older-state') return { 'If-Match': '"v1"' };
  return WITH_ETAG.includes(command)
    ? { 'If-Match': `"v${known.event_version}"` }
    : { 'X-Expected-Status-Version': String(known.status_version) };
};

const told = (answer: Answer): string =>
  answer.outcome === 'done'
    ? `accepted: ${answer.events.map(({ type }) => type).join(', ')}`
    : `refused with ${answer.http_status} ${answer.code}: ${answer.detail}`;

const asPlain = (step: Step): string => {
  switch (step.kind) {
    case 'uploads':
      return `uploads ${step.model}`;
    case 'sends':
      return `${step.who}: ${step.command}`;
    case 'insists':
      return asPlain(step.sends);
    case 'is-refused':
      return `${step.who}: ${step.command} (refused)`;
    case 'race':
      return `${step.between.join(' and ')}: ${step.command}`;
    case 'until':
    case 'catches':
      return `waits for ${step.status}`;
    case 'until-event':
      return `waits for ${step.event}`;
    case 'outlasts-quote':
      return 'waits until the quote expires';
  }
};

/** Plays one order's life. What goes wrong stands in the record as its failure; nothing is thrown. */
export const play = async ({ life, record, world, run, patienceMs }: Play): Promise<void> => {
  const { account } = life;
  let known: Known = learnAll([]);
  let upload: Uploaded | null = null;
  let holder: Who = 'operator';
  let count = 0;
  /** event_version of the last answer to a command of ours. */
  let answeredVersion = 0;
  const lastKey = new Map<Who, string>();

  const fresh = (what: string): string => {
    count += 1;
    return `${what}-${run}-${record.number}-${count}`;
  };
  const callerOf = (who: Who) => ({ who: who === 'holder' ? holder : who, account });
  const moment = (): Moment => ({
    known,
    account,
    upload,
    fresh,
    subject: (who) => world.subject(callerOf(who)),
    now: world.now(),
  });
  const bodyOf = (command: CommandName, change: Change): Record<string, unknown> => {
    const body = { ...BODIES[command](moment()), ...(typeof change === 'function' ? change(moment()) : change) };
    return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  };
  const orderId = (): string => {
    if (record.order_id === null) throw new Unexpected('the order does not exist yet');
    return record.order_id;
  };

  const post = async (request: Request, kept: { duplicate?: boolean; raced?: boolean } = {}): Promise<Answer> => {
    const answer = await world.send(request);
    const { duplicate = false, raced = false } = kept;
    record.entries.push({ request, subject: world.subject(request.caller), answer, duplicate, raced });
    return answer;
  };

  const look = async (): Promise<void> => {
    known = learnAll(await world.timeline(orderId(), known.event_version));
  };

  /** What an accepted command says of the order: its events hold what was sent. */
  const learnFrom = ({ request, answer }: { request: Request; answer: Done }): void => {
    const { order_id, status, status_version, events, fence_token } = answer;
    record.order_id = order_id;
    for (const { type, event_version } of events) {
      const data = { ...request.body, ...(fence_token === undefined ? {} : { fence_token }) };
      known = learn(known, { type, event_version, status_version, status, data });
    }
    answeredVersion = answer.event_version;
    lastKey.set(request.caller.who, request.key);
    if (request.command === 'ClaimOrder' || request.command === 'StartPackaging') holder = request.caller.who;
    if (request.command === 'ReassignClaim') holder = 'rival';
  };

  const requestOf = (who: Who, command: CommandName, change: Change, says: Saying = 'what-he-knows'): Request => ({
    caller: callerOf(who),
    command,
    order_id: command === 'InitiateOrder' ? null : orderId(),
    key: fresh('key'),
    precondition: preconditionFor(command, known, says),
    body: bodyOf(command, change),
  });

  const sameAnswer = (first: Answer, second: Answer, request: Request): void => {
    if (first.outcome === 'done' && second.outcome === 'done' && first.text === second.text) return;
    throw new Unexpected(`${request.command} was sent twice and answered differently: ${told(first)}; ${told(second)}`);
  };
  const isReplayed = (answer: Answer, request: Request): void => {
    if (answer.outcome === 'done' && answer.replayed) return;
    throw new Unexpected(`${request.command} was repeated, and the answer does not say that it is a repetition`);
  };

  const clicked: Readonly<Record<Clicks, (request: Request) => Promise<Answer>>> = {
    once: (request) => post(request),
    'twice-at-once': async (request) => {
      const [first, second] = await Promise.all([post(request), post(request, { duplicate: true })]);
      if (first.outcome === 'refused') return first;
      sameAnswer(first, second, request);
      isReplayed(first.replayed ? first : second, request);
      return first;
    },
    'again-later': async (request) => {
      const first = await post(request);
      if (first.outcome === 'refused') return first;
      const second = await post(request, { duplicate: true });
      sameAnswer(first, second, request);
      isReplayed(second, request);
      return first;
    },
    'again-with-a-new-key': async (request) => {
      const first = await post(request);
      if (first.outcome === 'refused') return first;
      const second = await post({ ...request, key: fresh('key') }, { duplicate: true });
      sameAnswer(first, second, request);
      isReplayed(second, request);
      return first;
    },
  };

  /** Somebody else was quicker: whoever sent it looks again and sends it again, as a person would. */
  const withFreshEyes = async (attempt: () => Promise<Answer>, wanted?: string): Promise<Answer> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await attempt();
      const stale = answer.outcome === 'refused' && answer.code === 'precondition-failed';
      if (!stale || wanted === answer.code || tries === TRIES) return answer;
      known = { ...known, event_version: Math.max(known.event_version, answer.event_version ?? 0) };
      await look();
    }
  };

  const press = async ({ who, command, change, clicks }: Sends): Promise<Refused | null> => {
    let request = requestOf(who, command, change);
    const answer = await withFreshEyes(() => {
      request = requestOf(who, command, change);
      return clicked[clicks](request);
    });
    if (answer.outcome === 'refused') return answer;
    learnFrom({ request, answer });
    return null;
  };

  const sent = async (step: Sends): Promise<void> => {
    const refusal = await press(step);
    if (refusal !== null) throw new Unexpected(`${asPlain(step)} was ${told(refusal)}`);
  };

  const waitFor = async (
    what: string,
    arrived: (events: readonly { type: string; event_version: number }[]) => boolean,
  ) => {
    const deadline = world.now() + patienceMs;
    for (;;) {
      const events = await world.timeline(orderId(), known.event_version);
      known = learnAll(events);
      if (arrived(events)) return;
      if (isFinal(known.status)) throw new Unexpected(`the order is ${known.status} and will not come to ${what}`);
      if (world.now() > deadline) {
        throw new Unexpected(`the order did not come to ${what} within ${patienceMs / 1000} s: it is ${known.status}`);
      }
      await world.pause(orderId());
    }
  };

  const refusedAs = async (step: Extract<Step, { kind: 'is-refused' }>): Promise<void> => {
    const answer = await withFreshEyes(() => {
      const request = requestOf(step.who, step.command, step.change, step.says);
      const key = step.reusesKey ? lastKey.get(request.caller.who) : undefined;
      return post(key === undefined ? request : { ...request, key });
    }, step.code);
    if (answer.outcome === 'done' || answer.code !== step.code) {
      throw new Unexpected(`${asPlain(step)} should have been refused with ${step.code} and was ${told(answer)}`);
    }
  };

  const raced = async ({ between, command, losers }: Extract<Step, { kind: 'race' }>): Promise<void> => {
    const requests = between.map((who) => requestOf(who, command, {}));
    const answers = await Promise.all(requests.map((request) => post(request, { raced: true })));
    const results = requests.map((request, index) => ({ request, answer: answers[index] as Answer }));
    const won = results.flatMap(({ request, answer }) => (answer.outcome === 'done' ? [{ request, answer }] : []));
    const lost = answers.filter((answer) => answer.outcome === 'refused' && answer.code === losers);
    const [winner] = won;
    if (winner === undefined || won.length > 1 || lost.length !== between.length - 1) {
      throw new Unexpected(`${command} at once: ${answers.map(told).join('; ')}`);
    }
    learnFrom(winner);
  };

  const insisted = async ({ sends, on, remedy }: Extract<Step, { kind: 'insists' }>): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      const refusal = await press(sends);
      if (refusal === null) return;
      if (refusal.code !== on || tries === TRIES) throw new Unexpected(`${asPlain(sends)} was ${told(refusal)}`);
      await walk(remedy);
    }
  };

  const caught = async ({ status, past, remedy }: Extract<Step, { kind: 'catches' }>): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      await waitFor(status, () => known.status === status || known.status === past);
      if (known.status === status) return;
      if (tries === TRIES) throw new Unexpected(`the order was ${past} before anybody had seen it ${status}`);
      await walk(remedy);
    }
  };

  const take = async (step: Step): Promise<void> => {
    record.step = asPlain(step);
    switch (step.kind) {
      case 'uploads':
        upload = await world.upload(callerOf('customer'), step.model);
        return;
      case 'sends':
        return sent(step);
      case 'is-refused':
        return refusedAs(step);
      case 'race':
        return raced(step);
      case 'until':
        return waitFor(step.status, () => known.status === step.status);
      case 'until-event':
        return waitFor(step.event, (events) =>
          events.some((event) => event.type === step.event && event.event_version > answeredVersion),
        );
      case 'outlasts-quote':
        return world.until(Date.parse(known.quote?.valid_until ?? '') + 1);
      case 'catches':
        return caught(step);
      case 'insists':
        return insisted(step);
    }
  };
  const walk = async (steps: readonly Step[]): Promise<void> => {
    for (const step of steps) await take(step);
  };

  try {
    await walk(life.steps);
    if (known.status !== life.ends) throw new Unexpected(`it ended as ${known.status} instead of ${life.ends}`);
  } catch (error) {
    // Whatever stopped this order is told at the end with all others; the other orders go on.
    record.failure = `${record.step}: ${error instanceof Error ? error.message : String(error)}`;
  }
  record.ended = true;
};
