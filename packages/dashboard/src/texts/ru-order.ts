import * as faults from './ru/faults.gen.ts';
import * as model from './ru/model.ts';
import * as orderCommands from './ru/order-commands.ts';
import * as orderEvents from './ru/order-events.ts';
import * as orderPage from './ru/order-page.ts';
import * as pricing from './ru/pricing.ts';
import * as shopFloor from './ru/shop-floor.ts';
import * as stuck from './ru/stuck.ts';
import type { OrderTexts } from './texts.ts';

const ru: OrderTexts = {
  ...faults,
  ...model,
  ...orderCommands,
  ...orderEvents,
  ...orderPage,
  ...pricing,
  ...shopFloor,
  ...stuck,
};
export default ru;
