import * as faults from './en/faults.gen.ts';
import * as model from './en/model.ts';
import * as orderCommands from './en/order-commands.ts';
import * as orderEvents from './en/order-events.ts';
import * as orderPage from './en/order-page.ts';
import * as pricing from './en/pricing.ts';
import * as shopFloor from './en/shop-floor.ts';
import * as stuck from './en/stuck.ts';

/** The English texts of pages that show what is in an order: they are loaded with the first of these. */
export default {
  ...faults,
  ...model,
  ...orderCommands,
  ...orderEvents,
  ...orderPage,
  ...pricing,
  ...shopFloor,
  ...stuck,
};
