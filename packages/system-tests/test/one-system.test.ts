// Tests of a whole system that can share one, in the order in which they stand here: it takes a while to start.
import { afterAll } from '@jest/globals';
import { stopSharedSystem } from './support/shared-system.ts';
import './demonstration.shared.ts';
// Beside the load of the demonstration that was.
import './observed.shared.ts';
import './rights.shared.ts';
import './origin.shared.ts';
import './web-page.shared.ts';
import './work-pages.shared.ts';
import './two-windows.shared.ts';
import './bad-input.shared.ts';
import './traces.shared.ts';
// Of the orders after it, none is submitted: it changes what can be ordered.
import './tariff.shared.ts';
// Last: it changes the keys that the others have taken with them.
import './keys.shared.ts';

afterAll(stopSharedSystem, 300_000);
