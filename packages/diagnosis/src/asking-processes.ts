import { askOperators, failingChecks, isSilent, lookAt } from '@order-ledger/platform/look';
import { type Answer, isKnown, LIMIT_MS } from '@order-ledger/platform/within';
import type { LetterEvidence, ProcessEvidence, QueueEvidence, SystemEvidence } from './evidence.ts';
import type { Program } from './incident/incident.ts';
import { type LettersByOrder, lettersByOrder } from './letters.ts';

/** Letters are looked through one by one, milliseconds. */
const LETTERS_LIMIT_MS = 12_000;

/** Where an instance of a process answers its operators. */
export interface ProcessAddress {
  readonly name: string;
  readonly url: string;
}

/**
 * Addresses as they are set: `bridge=http://10.0.0.5:9085,projector=…`, several of one process too.
 *
 * @throws Error that says what is wrong with it
 */
export const processAddresses = (text: string): ProcessAddress[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name, url] = /^([a-z-]+)=(https?:\/\/[^/\s]+)\/?$/.exec(part) ?? [];
      if (name === undefined || url === undefined)
        throw new Error(`"${part}" is no process with its address: write bridge=http://10.0.0.5:9085`);
      return { name, url };
    });

/** One instance, as it answers: within seconds, whatever it does. */
export const askProcess = async ({ name, url }: ProcessAddress): Promise<ProcessEvidence> => {
  const answer = await lookAt(url);
  if (isSilent(answer)) {
    const { silence, late } = answer;
    return { name, state: 'silent', silence, late, codes: [] };
  }
  const state = answer.status === 'ready' ? 'ready' : 'not-ready';
  return { name, state, silence: null, late: false, codes: failingChecks(answer.checks) };
};

/** They ask the event store itself, and say so in their check `ledger`. */
const USE_LEDGER = [
  ...['command-api', 'projector', 'bridge', 'process-manager', 'pricing-worker', 'manufacturing-worker'],
];

/** What the check says where the event store refuses the connection, or takes it and gives no answer. */
const LEDGER_AWAY = /^ledger: (?:ledger-unavailable|timeout|unreachable|failed|E[A-Z]+)$/;

/** Whether the event store is away, by those who use it: where only some say so it is they that are cut off. */
export const ledgerBy = (processes: readonly ProcessEvidence[]): SystemEvidence['ledger'] => {
  const answering = processes.filter(({ name, state }) => USE_LEDGER.includes(name) && state !== 'silent');
  const away = answering.filter(({ codes }) => codes.some((code) => LEDGER_AWAY.test(code)));
  if (answering.length === 0 || away.length < answering.length)
    return { is: answering.length === 0 ? 'not asked' : 'answers' };
  return { unknown: `none of the ${away.length} processes that use it reaches it` };
};

/** A list that the bridge gives its operators; of several instances the first that has it. */
const bridgeTells = async <T>(
  bridges: readonly ProcessAddress[],
  { path, field, limitMs }: { path: string; field: string; limitMs: number },
): Promise<Answer<readonly T[]>> => {
  let fault = 'no address of the bridge is set';
  for (const { url } of bridges) {
    const answer = await askOperators(`${url}${path}`, limitMs);
    const body = isSilent(answer) ? null : (answer.body as Readonly<Record<string, unknown>> | null);
    const list = body?.[field];
    if (Array.isArray(list)) return { is: list as T[] };
    fault = `bridge: ${isSilent(answer) ? answer.silence : String(body?.detail ?? 'it does not tell of this')}`;
  }
  return { unknown: fault };
};

export const queuesBy = (bridges: readonly ProcessAddress[]): Promise<Answer<readonly QueueEvidence[]>> =>
  bridgeTells(bridges, { path: '/queues', field: 'queues', limitMs: 2 * LIMIT_MS });

/** Only where some queue has any: they are looked through one by one. */
export const lettersBy = async (
  bridges: readonly ProcessAddress[],
  queues: Answer<readonly QueueEvidence[]>,
): Promise<Answer<LettersByOrder>> => {
  if (!isKnown(queues)) return queues;
  if (queues.is.every(({ dead_letters }) => (dead_letters ?? 0) === 0)) return { is: new Map() };
  const told = await bridgeTells<LetterEvidence & { order_id: string | null }>(bridges, {
    ...{ path: '/dead-letters', field: 'dead_letters', limitMs: LETTERS_LIMIT_MS },
  });
  return isKnown(told) ? { is: lettersByOrder(told.is) } : told;
};

/** Which program answers there, and since when. */
export const askProgram = async ({ name, url }: ProcessAddress): Promise<Program> => {
  const answer = await askOperators(`${url}/about`, LIMIT_MS);
  return { name, url, about: isSilent(answer) ? { unknown: answer.silence } : { is: Object(answer.body) } };
};
