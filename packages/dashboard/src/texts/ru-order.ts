import * as orderCommands from './ru/order-commands.ts';
import * as orderEvents from './ru/order-events.ts';
import * as orderPage from './ru/order-page.ts';
import type { OrderTexts } from './texts.ts';

const ru: OrderTexts = { ...orderCommands, ...orderEvents, ...orderPage };
export default ru;
