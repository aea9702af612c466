import { ServiceProblem } from '@order-ledger/local/problem';
import { type Subject, type SubjectProcess, subjectOf } from '@order-ledger/status/subject';

/**
 * What is looked at: what the environment names, else what `npm start` runs in this clone.
 *
 * @throws ServiceProblem where there is nothing
 */
export const servers = (root: string, env: NodeJS.ProcessEnv, named: readonly SubjectProcess[]): Subject => {
  const subject = subjectOf(root, env, named);
  if (subject.started === null && !subject.isNamed)
    throw new ServiceProblem(
      'Nothing runs here: npm start, or name the servers as for npm start (DATABASE_URL, EVENTSTORE_URL, AMQP_URL).',
    );
  return subject;
};
