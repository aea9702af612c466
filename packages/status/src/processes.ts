import { adviceFor } from '@order-ledger/local/running-processes';
import { isSilent, lookAt, type Readiness } from '@order-ledger/platform/look';
import type { SubjectProcess } from './subject.ts';

export interface ProcessStatus extends SubjectProcess {
  /** `silent`: it gives no answer, and `silence` says in which way; else what it says of itself. */
  readonly state: string;
  readonly silence: string | null;
  /** What an operator can do if it is silent. */
  readonly advice: string | null;
  readonly checks: Readiness['checks'];
}

export const lookAtProcess = async (subject: SubjectProcess): Promise<ProcessStatus> => {
  const answer = await lookAt(subject.url);
  if (!isSilent(answer))
    return { ...subject, state: answer.status, silence: null, advice: null, checks: answer.checks };
  const advice = subject.pid === null || !answer.late ? null : adviceFor(subject.pid);
  return { ...subject, state: 'silent', silence: answer.silence, advice, checks: [] };
};
