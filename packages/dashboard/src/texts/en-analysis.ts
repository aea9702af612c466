import * as analysis from './en/analysis.ts';

/** The English texts of the pages that look over all orders: they are loaded with these. */
export default { ...analysis };
