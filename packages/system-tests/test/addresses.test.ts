import { expect, it } from '@jest/globals';
import { PROCESSES } from '@order-ledger/local/processes';
import { leadsIn } from '@order-ledger/platform/address-watch';
import { DAY, sampleOf } from '@order-ledger/testing/sample-of-the-day';
import { NOWHERE, shapeOf, tellOfAddresses } from './support/address-lines.ts';

const LEADS = /_URLS?$|_ENDPOINT$|_FILE$|^JWKS$/;

/** That one of them does not answer is what its reader tells in its answers: it is ready all the same. */
const PEERS = 'PROCESS_URLS';

it.each(PROCESSES.map(({ name }) => name))('%s knows of each variable where it leads', (name) => {
  const shape = shapeOf(name);
  const leads = leadsIn(shape, NOWHERE).map(({ variable }) => variable);
  expect(leads.sort()).toEqual(
    Object.keys(shape)
      .filter((variable) => LEADS.test(variable) && variable !== PEERS)
      .sort(),
  );
});

const names = PROCESSES.map(({ name }) => name);
/** One in so many is started; all of them in the long tests. */
const ONE_IN = 4;

it(`starts others tomorrow, and in ${ONE_IN} days every process: this is day ${DAY}`, () => {
  const days = Array.from({ length: ONE_IN }, (_, later) => sampleOf(names, ONE_IN, DAY + later));
  expect(days.flat().sort()).toEqual([...names].sort());
});

tellOfAddresses(sampleOf(names, ONE_IN));
