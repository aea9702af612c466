import * as board from './ru/board.ts';
import * as frame from './ru/frame.ts';
import * as orderWords from './ru/order-words.ts';
import type { Texts } from './texts.ts';

const ru: Texts = { ...frame, ...orderWords, ...board };
export default ru;
