import * as orderCommands from './en/order-commands.ts';
import * as orderEvents from './en/order-events.ts';
import * as orderPage from './en/order-page.ts';

/** The English texts of the order's page: they are loaded with it. */
export default { ...orderCommands, ...orderEvents, ...orderPage };
