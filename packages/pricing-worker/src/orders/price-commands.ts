import { createHash } from 'node:crypto';
import type { Body, CommandName } from '@order-ledger/domain/bodies';
import type { OrderState } from '@order-ledger/domain/state';
import type { Outcome } from '@order-ledger/ledger/appending/execute';
import { commandId, processCaller, requestHash } from '@order-ledger/ledger/identity';
import type { Ledger } from '@order-ledger/ledger/ledger';
import { PRICING_WORKER } from './need.ts';
import type { Cause } from './order-history.ts';

const CALLER = processCaller(PRICING_WORKER.id);

type PriceCommand = Extract<
  CommandName,
  'StartPriceCalculation' | 'RestartPriceCalculation' | 'CompletePriceCalculation' | 'RejectOrder' | 'ReportError'
>;

/** The last part of each command's key, after the job and the order's attempt. */
const OUTCOME = {
  StartPriceCalculation: 'start',
  RestartPriceCalculation: 'restart',
  CompletePriceCalculation: 'priced',
  RejectOrder: 'rejected',
  ReportError: 'error',
} as const satisfies Record<PriceCommand, string>;

export interface Step {
  order_id: string;
  /** One run of a measure. */
  job_id: string;
  attempt: number;
  cause: Cause;
}

/**
 * The commands of this process. Their ids follow from the job, the order's attempt and the outcome, so a crash between
 * a command and its note in Postgres repeats the command, and the ledger answers it from what stands there.
 */
export const createPriceCommands = (ledger: Pick<Ledger, 'execute'>) => {
  const send = <Name extends PriceCommand>(
    command: Name,
    { order_id, job_id, attempt, cause }: Step,
    bodyOf: (commandId: string) => Body<Name>,
    hmacs: { detail?: string } = {},
  ): Promise<Outcome> => {
    const command_id = commandId(CALLER, order_id, `${job_id}:${attempt}:${OUTCOME[command]}`);
    const body = bodyOf(command_id);
    const { correlation_id, causation_id } = cause;
    return ledger.execute<Name>({
      command,
      command_id,
      order_id,
      actor: PRICING_WORKER,
      correlation_id,
      causation_id,
      prepare: async (state) => ({ body, request_hash: hashOf(state, command_id) ?? hash(), context: {} }),
    });

    function hash(): string {
      return requestHash(command, order_id, body, hmacs);
    }
  };

  return {
    start: (step: Step, body: Omit<Body<'StartPriceCalculation'>, 'attempt' | 'job_id'>) =>
      send('StartPriceCalculation', step, () => ({ ...of(step), ...body })),
    restart: (step: Step, body: Omit<Body<'RestartPriceCalculation'>, 'attempt' | 'job_id'>) =>
      send('RestartPriceCalculation', step, () => ({ ...of(step), ...body })),
    complete: (step: Step, result: Omit<Body<'CompletePriceCalculation'>, 'attempt'>) =>
      send('CompletePriceCalculation', step, () => ({ attempt: step.attempt, ...result })),
    reject: (step: Step, result: Omit<Body<'RejectOrder'>, 'attempt'>) =>
      send('RejectOrder', step, () => ({ attempt: step.attempt, ...result })),

    /** @param detail a text of our own, without anything that a customer wrote */
    reportError: (step: Step, code: Body<'ReportError'>['code'], detail: string, traceId: string) => {
      // It holds nothing personal, so a plain hash gives nothing away; the text itself stands with the job.
      const hmac = createHash('sha256').update(detail).digest('hex');
      return send('ReportError', step, (id) => ({ code, detail: { ref: `${id}/detail`, hmac }, trace_id: traceId }), {
        detail: hmac,
      });
    },
  };
};

const of = ({ attempt, job_id }: Step) => ({ attempt, job_id });

/**
 * A command that the stream knows was ours, whatever figures it held: an estimate or a tariff may have changed since.
 */
const hashOf = (state: OrderState | null, command_id: string): string | undefined =>
  state?.commands.get(command_id)?.request_hash;
