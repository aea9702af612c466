import { lasting } from '@order-ledger/diagnosis/rules/rule';
import type { Diagnosis, EvidenceLine } from '@order-ledger/diagnosis/verdict';
import type { NextStep } from '@order-ledger/domain/next-steps';

const LIMIT_FROM = { configuration: 'as configured', p95: 'its p95 of late', default: 'by default' } as const;

const step = ({ command, to, by }: NextStep): string =>
  `${command}${to === null ? '' : ` (to ${to})`}: ${by.join(', ')}`;

const lines = (title: string, texts: readonly string[]): string[] =>
  texts.length === 0 ? [] : texts.map((text, index) => `  ${(index === 0 ? title : '').padEnd(9)}${text}`);

const evidenceLine = ({ source, says }: EvidenceLine): string => `${source}: ${says}`;

/** One order, in plain text. */
export const diagnosisText = (found: Diagnosis): string => {
  const { order_id, status, waits_s, limit_s, limit_from, verdict, cause, text, help } = found;
  const waits = waits_s === null ? '' : ` for ${lasting(waits_s)}`;
  const limit =
    limit_s === null || limit_from === null ? '' : ` (limit ${lasting(limit_s)}, ${LIMIT_FROM[limit_from]})`;
  return [
    `${order_id}  ${status ?? 'unknown status'}${waits}${limit}`,
    `  ${verdict ?? 'not stuck'}: ${text}  [${cause}]`,
    ...lines('help', help === null ? [] : [help.replaceAll('ORDER', order_id)]),
    ...lines('who may', found.who_may.map(step)),
    ...lines(
      'also',
      found.also.map((also) => `${also.verdict}: ${also.text}`),
    ),
    ...lines('evidence', found.evidence.map(evidenceLine)),
    ...lines('away', found.away.map(evidenceLine)),
  ].join('\n');
};
