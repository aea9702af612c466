import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Scope } from '@order-ledger/domain/sight';
import { lifeInto, type SeededReadModel, seededReadModel } from '@order-ledger/testing/running/read-model';
import { createGatheredVersions } from '../src/gathered-versions.ts';
import type { Source } from '../src/sources.ts';

const HOUSE = lifeInto('SUBMITTED', 1, null);
const ACME = lifeInto('PACKAGING_COMPLETED', 2, 'acme');
const OF_ACME: Scope = [{ partner_id: 'acme' }];
const idOf = (life: typeof HOUSE): string => life[0]?.metadata.order_id as string;

let model: SeededReadModel;
let statements = 0;
let source: Source;
beforeAll(async () => {
  model = await seededReadModel([...HOUSE, ...ACME]);
  const query = model.pool.query.bind(model.pool);
  const counting = Object.assign(Object.create(model.pool), {
    query: (...given: Parameters<typeof query>) => {
      statements += 1;
      return query(...given);
    },
  }) as typeof model.pool;
  source = { pool: counting, schema: model.schema, version: 1, lagMs: 0, dirtyLists: [] };
});
afterAll(() => model.drop());

const versionOf = createGatheredVersions();
const told = async (scope: Scope, ids: readonly string[]) => {
  const found = await Promise.all(ids.map((id) => versionOf(source, scope, id)));
  return found.map((version) => version?.event_version);
};

it('reads what is asked for at once in one statement for each kind of caller, and shows none what is not for him', async () => {
  statements = 0;
  const nobody = crypto.randomUUID();
  const [everything, acme] = await Promise.all([
    told('everything', [idOf(HOUSE), idOf(ACME), nobody, idOf(HOUSE)]),
    told(OF_ACME, [idOf(HOUSE), idOf(ACME)]),
  ]);
  expect(everything).toEqual([HOUSE.length, ACME.length, undefined, HOUSE.length]);
  expect(acme).toEqual([undefined, ACME.length]);
  expect(statements).toBe(2);
});

it('reads again for whoever asks later, also where the statement failed', async () => {
  const broken = { ...source, schema: 'no_such_schema' };
  await expect(versionOf(broken, 'everything', idOf(HOUSE))).rejects.toThrow('does not exist');
  statements = 0;
  for (const _ of ['once', 'again']) expect(await told('everything', [idOf(HOUSE)])).toEqual([HOUSE.length]);
  expect(statements).toBe(2);
});
