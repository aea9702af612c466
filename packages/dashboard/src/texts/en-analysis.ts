import * as analysis from './en/analysis.ts';
import * as flow from './en/flow.ts';
import * as operations from './en/operations.ts';
import * as timeMachine from './en/time-machine.ts';

/** The English texts of the pages that look over all orders: they are loaded with these. */
export default { ...analysis, ...flow, ...operations, ...timeMachine };
