import * as board from './en/board.ts';
import * as frame from './en/frame.ts';
import * as orderWords from './en/order-words.ts';
import * as refusals from './en/refusals.ts';

/** The English texts of the first page, by namespace: they are the measure that other languages are held to. */
export default { ...frame, ...orderWords, ...board, ...refusals };
