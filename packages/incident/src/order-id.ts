import { uuid } from '@order-ledger/domain/values';
import { ServiceProblem } from '@order-ledger/local/problem';

/** @throws ServiceProblem where it is no id */
export const orderId = (given: string): string => {
  const id = given.toLowerCase();
  if (!uuid.safeParse(id).success) throw new ServiceProblem(`"${given}" is no order's id.`);
  return id;
};
