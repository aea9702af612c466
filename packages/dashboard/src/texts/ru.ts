import * as board from './ru/board.ts';
import * as frame from './ru/frame.ts';
import * as orderWords from './ru/order-words.ts';
import type { FirstTexts } from './texts.ts';

const ru: FirstTexts = { ...frame, ...orderWords, ...board };
export default ru;
