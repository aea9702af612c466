import * as board from './ru/board.ts';
import * as frame from './ru/frame.ts';
import * as orderWords from './ru/order-words.ts';
import * as refusals from './ru/refusals.ts';
import type { FirstTexts } from './texts.ts';

const ru: FirstTexts = { ...frame, ...orderWords, ...board, ...refusals };
export default ru;
