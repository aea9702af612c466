import { describe, expect, it } from '@jest/globals';
import { TARIFF, tariffSchema } from '@order-ledger/pricing/tariff';

type Changed = Record<string, unknown>;
const [pla] = TARIFF.materials;
const faultsOf = (tariff: unknown): string[] =>
  tariffSchema.safeParse(tariff).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('the form of a tariff', () => {
  it('is that of the one which is compiled in', () => {
    expect(tariffSchema.parse(TARIFF)).toEqual(TARIFF);
  });

  it.each<[name: string, changes: Changed, place: RegExp]>([
    ['a version that is none', { tariff_version: 'a b' }, /^tariff_version: must be 1 to 100/],
    ['a currency that is none', { currency: 'rub' }, /^currency: must be an ISO 4217/],
    ['a broken price', { minimum: 1.5 }, /^minimum: /],
    ['a price of nothing', { minimum: 0 }, /^minimum: /],
    ['a price below nothing', { materials: [{ ...pla, price_per_kg: -1 }] }, /^materials\.0\.price_per_kg: /],
    ['a material without weight', { materials: [{ ...pla, density_mg_per_cm3: 0 }] }, /^materials\.0\.density/],
    ['no material at all', { materials: [] }, /^materials: /],
    ['a material twice', { materials: [pla, pla] }, /^materials\.1: is there twice: PLA by FDM/],
    [
      'a process without a rate',
      { processes: TARIFF.processes.slice(1) },
      /^materials\.0\.process: has no rate; rates: SLS, SLA/,
    ],
    [
      'a process that nobody can measure',
      { processes: [...TARIFF.processes, { ...TARIFF.processes[0], process: 'CNC' }] },
      /^processes\.3\.process: .*"FDM"\|"SLS"\|"SLA"/,
    ],
    [
      'a finishing without a rate',
      { materials: [{ ...pla, finishings: ['SANDED', 'GILDED'] }] },
      /^materials\.0\.finishings\.1: has no rate; rates: SANDED, PAINTED, DYED/,
    ],
    ['an infill beyond solid', { materials: [{ ...pla, infills: [120] }] }, /^materials\.0\.infills\.0: /],
    [
      'an infill of a process that makes everything solid',
      { materials: [{ ...pla, process: 'SLA', infills: [15] }] },
      /^materials\.0\.infills: are none of SLA: what it makes is solid/,
    ],
    [
      'quantities that do not ascend',
      { quantity_breaks: [10, 10].map((from) => ({ from, discount_ppm: 1 })) },
      /^quantity_breaks\.1\.from: must be greater/,
    ],
    [
      'a discount that leaves nothing',
      { quantity_breaks: [{ from: 10, discount_ppm: 1_000_000 }] },
      /^quantity_breaks\.0\.discount_ppm: /,
    ],
    [
      'a priority that is missing',
      { priorities: { ...TARIFF.priorities, URGENT: undefined } },
      /^priorities\.URGENT: /,
    ],
    ['what is not known', { vat: 1 }, /vat/],
  ])('refuses %s and says where', (_name, changes, place) => {
    expect(faultsOf({ ...TARIFF, ...changes })[0]).toMatch(place);
  });

  it('refuses what is no tariff at all', () => {
    for (const nothing of [null, [], 'x', 1, {}]) expect(faultsOf(nothing).length).toBeGreaterThan(0);
  });
});
