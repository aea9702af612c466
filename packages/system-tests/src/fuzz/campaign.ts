import { setTimeout as sleep } from 'node:timers/promises';
import { aftermathOf } from './aftermath.ts';
import { type Fault, faultsOf, type Met, offsetFaults, repetitionFaults } from './checks.ts';
import { nameOf } from './documents.ts';
import { type Exchange, exchange } from './exchange.ts';
import { type Input, makeInput, messageOf } from './input.ts';
import { learnFrom } from './learn.ts';
import { bytesOf, headerOf, type Message, shown, withHeader } from './message.ts';
import { playOrders, uploadModels } from './orders.ts';
import { ledgerReader, openRecord, type Record } from './record.ts';
import type { Site } from './site.ts';
import type { Stock } from './stock.ts';
import { count, newTally, type Tally } from './tally.ts';

export interface Finding extends Fault {
  /** null: seen when all was over. */
  input: number | null;
  /** The request, as far as it was cut down. */
  request: string | null;
  changes: readonly string[];
  /** How often the like was found. */
  times: number;
}

interface CampaignOptions {
  inputs: number;
  seed: number;
  /** Of all inputs this one alone. */
  only: number | null;
  report: (line: string) => void;
  /** Resolves when somebody wants it to stop. */
  stop: Promise<unknown>;
}

export interface CampaignResult {
  sent: number;
  seconds: number;
  findings: Finding[];
  tally: Tally;
  stopped: boolean;
}

/** Lanes are fixed, because they decide which input meets which orders. */
const LANES = 4;
const DEADLINE_MS = 30_000;
const ORDERS_A_LANE = 6;
/** Orders come to an end: after so many inputs of a lane there are new ones. */
const REPLENISH_AFTER = 500;
/** A partner may have 100 uploads open: with more of them no order could be played any more. */
const OPEN_UPLOADS_A_LANE = 15;
const REPORT_MS = 10_000;

/** Alike where the rule and its words are, whatever ids stand in them. */
const sortOf = ({ rule, detail }: Fault): string =>
  `${rule} ${detail
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '<id>')
    .replace(/\d+/g, '<n>')
    .slice(0, 160)}`;

const toldOf = ({ answer, ending }: Exchange): string =>
  answer === null ? `no answer: ${ending}` : `${answer.status} ${answer.body.toString('utf8').slice(0, 2_000)}`;

export const runCampaign = async (site: Site, options: CampaignOptions): Promise<CampaignResult> => {
  const { inputs, seed, only, report } = options;
  const began = performance.now();
  const findings = new Map<string, Finding>();
  const tally = newTally(site.documents);
  const credentials = site.callers.map(({ name }) => name);
  let stopped = false;
  let sent = 0;
  void options.stop.then(() => {
    stopped = true;
  });

  const stocks = Array.from(
    { length: LANES },
    (): Stock => ({ orders: [], models: [], uploads: [], cursors: [], places: [] }),
  );
  const record: Record = openRecord();
  const readOn = ledgerReader(site);
  const foundAfter = (faults: readonly Fault[]): void => {
    for (const fault of faults) {
      const sort = sortOf(fault);
      const known = findings.get(sort);
      if (known !== undefined) {
        known.times += 1;
        continue;
      }
      findings.set(sort, { ...fault, input: null, request: null, changes: [], times: 1 });
      report(
        `FOUND ${fault.rule}: ${fault.detail.slice(0, 300)}\n      by what the ledger holds after ${sent} requests`,
      );
    }
  };
  const compareLedger = async (): Promise<void> => foundAfter(record.compare(await readOn()));
  const replenish = async (round: number): Promise<void> => {
    const orders = await playOrders(site, LANES * ORDERS_A_LANE, seed, round);
    for (const [index, order] of orders.entries()) (stocks[index % LANES] as Stock).orders.push(order);
    for (const stock of stocks) stock.orders = stock.orders.slice(-ORDERS_A_LANE * 5);
    // What came meanwhile was no doing of the requests: they rest while orders are played.
    await readOn();
  };

  report('Bringing orders into many statuses …');
  const models = await uploadModels(site);
  for (const stock of stocks) stock.models = models;
  await replenish(0);

  const send = async (message: Message): Promise<{ exchanged: Exchange; faults: Fault[] }> => {
    const { authorization, actor } = site.caller(message.as);
    const port = site.portOf(message.api);
    const given = headerOf(message, 'Authorization');
    const met: Met = { message, holds: actor !== null && given === undefined, documents: site.documents };
    const exchanged = await exchange({
      port,
      bytes: bytesOf(message, `127.0.0.1:${port}`, authorization),
      method: message.method,
      // A body that never ends, of what is no HTTP, is waited for otherwise.
      half: message.broken === true || message.cutAt !== undefined || message.framing === 'more',
      limitMs: DEADLINE_MS,
    });
    sent += 1;
    record.note(message, exchanged);
    return { exchanged, faults: faultsOf(met, exchanged) };
  };

  /** The oldest of each lane; one that is finished or gone is none that counts, and the answer says so. */
  const takeUploadsBack = async (): Promise<void> => {
    for (const { uploads } of stocks)
      for (const { path, as } of uploads.splice(0, Math.max(0, uploads.length - OPEN_UPLOADS_A_LANE)))
        await send({
          api: 'upload-api',
          method: 'DELETE',
          target: path,
          headers: [['Tus-Resumable', '1.0.0']],
          as,
          about: {},
        });
  };

  /** The same command once more is answered with the same bytes. */
  const repeated = async (message: Message, first: Exchange): Promise<Fault[]> => {
    const { answer } = first;
    const isCommand =
      message.api === 'command-api' &&
      answer !== null &&
      (answer.status === 200 || answer.status === 201 || answer.status === 202);
    if (!isCommand || message.about.command === undefined || message.about.command === 'RenewClaim') return [];
    const { exchanged, faults } = await send(message);
    const again = exchanged.answer;
    if (again === null || faults.length > 0) return faults;
    return repetitionFaults(message, answer, again);
  };

  /** Where a refused request has left an upload. */
  const moved = async (message: Message, { answer }: Exchange): Promise<Fault[]> => {
    const { upload } = message.about;
    if (upload === undefined) return [];
    if (answer === null || answer.status === 413 || message.broken) upload.unsure = true;
    if (answer === null || answer.status < 400 || message.broken) return [];
    const head: Message = {
      api: 'upload-api',
      method: 'HEAD',
      target: upload.path,
      headers: [['Tus-Resumable', '1.0.0']],
      as: upload.as,
      about: {},
    };
    const { exchanged } = await send(head);
    const stands = Number(exchanged.answer?.headers['upload-offset'] ?? Number.NaN);
    if (Number.isNaN(stands)) return [];
    const faults = upload.unsure ? [] : offsetFaults(upload.offset, stands, answer);
    upload.offset = stands;
    upload.unsure = false;
    return faults;
  };

  const tagOf = (number: number, attempt: number): string =>
    `fuzz-${seed}-${number}${attempt === 0 ? '' : `-${attempt}`}`;

  const retagged = (input: Input, attempt: number): Input => {
    const tag = tagOf(input.number, attempt);
    const headers = ['Idempotency-Key', 'X-Correlation-Id'].filter((name) => headerOf(input.base, name) !== undefined);
    return { ...input, base: headers.reduce((message, name) => withHeader(message, name, tag), input.base) };
  };

  /** Leaves out one change after the other as long as the same rule stays broken. */
  const shrunk = async (input: Input, fault: Fault): Promise<Input> => {
    let least = input;
    let attempt = 1;
    for (const change of input.changes) {
      const fewer = retagged({ ...least, changes: least.changes.filter((each) => each !== change) }, attempt);
      attempt += 1;
      const { faults } = await send(messageOf(fewer, seed, credentials));
      if (faults.some((each) => each.rule === fault.rule)) least = fewer;
    }
    return least;
  };

  const found = async (input: Input, fault: Fault): Promise<void> => {
    const sort = sortOf(fault);
    const known = findings.get(sort);
    if (known !== undefined) {
      known.times += 1;
      return;
    }
    const finding: Finding = { ...fault, input: input.number, request: null, changes: [], times: 1 };
    findings.set(sort, finding);
    const least = await shrunk(input, fault);
    finding.request = shown(messageOf(least, seed, credentials));
    finding.changes = least.changes.map(({ name }) => name);
    report(
      `FOUND ${fault.rule}: ${fault.detail.slice(0, 300)}\n      input ${input.number}, changed: ${finding.changes.join(', ') || 'nothing'}`,
    );
  };

  const run = async (stock: Stock, number: number): Promise<void> => {
    const input = await makeInput(site, stock, seed, number, tagOf(number, 0));
    const message = messageOf(input, seed, credentials);
    const { exchanged, faults } = await send(message);
    if (only !== null) report(`${shown(message)}\n\n${toldOf(exchanged)}`);
    count(tally, message, exchanged, site.documents.operationsOf(message).map(nameOf));
    if (exchanged.answer !== null) learnFrom(stock, message, exchanged.answer);
    const more = number % 8 === 0 ? await repeated(message, exchanged) : [];
    const left = await moved(message, exchanged);
    for (const fault of [...faults, ...more, ...left]) await found(input, fault);
  };

  const numbers = only === null ? Array.from({ length: inputs }, (_, index) => index) : [only];
  let done = 0;
  const progress = setInterval(() => report(`${done}/${numbers.length} inputs, ${findings.size} findings`), REPORT_MS);
  try {
    for (let from = 0; from < numbers.length && !stopped; from += REPLENISH_AFTER * LANES) {
      if (from > 0) {
        await compareLedger();
        await takeUploadsBack();
        await replenish(from);
      }
      const part = numbers.slice(from, from + REPLENISH_AFTER * LANES);
      // Every lane ends before one that failed is told: the system is taken down then.
      const lanes = await Promise.allSettled(
        stocks.map(async (stock, lane) => {
          for (const number of part.filter((each) => each % LANES === lane)) {
            if (stopped) return;
            await run(stock, number).catch((cause: unknown) => {
              stopped = true;
              throw new Error(`input ${number} of seed ${seed} could not be made or judged`, { cause });
            });
            done += 1;
          }
        }),
      );
      for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
    }
  } finally {
    clearInterval(progress);
  }
  if (!stopped) {
    report('Looking at what is left …');
    await sleep(500);
    await compareLedger();
    foundAfter(await aftermathOf(site));
  }
  return { sent, seconds: (performance.now() - began) / 1_000, findings: [...findings.values()], tally, stopped };
};
