import { isNativeError } from 'node:util/types';
import type { Lead } from './address-watch.ts';
import { chainOf, isOutageOf, rowOf } from './transient.ts';

/**
 * One line for a failure that a variable of the configuration has caused: its reader needs no stack. Undefined for
 * every other failure.
 *
 * @param nowhere the lines of the variables that lead nowhere
 */
export const startFault = (error: unknown, leads: readonly Lead[], nowhere: readonly string[]): string | undefined => {
  const link = [...chainOf(error)].find((each) => rowOf(each) !== undefined);
  const fault = link === undefined ? undefined : rowOf(link);
  const isOutage = fault !== undefined && isOutageOf(fault);
  const text = link !== undefined && 'message' in link ? String(link.message) : '';
  const asked = leads.flatMap(({ variable, kind }) =>
    isOutage && kind === fault.dependency ? [`${variable}: ${text}`] : [],
  );
  // A file that is not there fails with a call of the system's.
  const isOfSystem = isOutage || (isNativeError(error) && 'syscall' in error);
  const lines = isOfSystem ? [...nowhere, ...asked] : [];
  return lines.length === 0 ? undefined : `not started: ${lines.join('; ')}`;
};
