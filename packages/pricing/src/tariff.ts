import { z } from 'zod';
import { PROCESS_PROFILES, type Process } from './process-profiles.ts';

const MILLION = 1_000_000;

const name = z.string().regex(/^[A-Za-z0-9._:/-]{1,100}$/, 'must be 1 to 100 characters of A–Z a–z 0–9 . _ : / -');
/** Far beyond any rate here. */
const MOST = 100_000_000;
/** Discounts and surcharges leave something of every price: an order cannot be sold for nothing. */
const LARGEST_DISCOUNT = 900_000;
const amount = z.int().min(0).max(MOST);
const share = z.int().min(0).max(MILLION);
const oneOf = (names: readonly string[]): string => [...new Set(names)].join(', ') || 'none';

const material = z.strictObject({
  material: name,
  process: name,
  /** 1.24 g/cm³ is 1240. */
  density_mg_per_cm3: z.int().min(1).max(100_000),
  price_per_kg: amount,
  finishings: z.array(name).max(100).readonly(),
  /** Per cent of the inside that may be chosen beside solid; absent: it is always solid. */
  infills: z.array(z.int().min(1).max(99)).max(100).readonly().optional(),
});

const processRate = z.strictObject({
  process: z.enum(Object.keys(PROCESS_PROFILES)),
  /** Preparing the file and the machine, once an order. */
  setup: amount,
  machine_hour: amount,
  /** Looking at one piece. */
  inspection: amount,
  /** The share of failed pieces that the good ones pay for. */
  risk_ppm: share,
  /** The same of pieces that are made although they may be spoilt, because the customer wants them so; half, unless said. */
  waived_risk_ppm: share.optional(),
});

const finishing = z.strictObject({
  finishing: name,
  /** Handling one piece, and working one cm² of its surface. */
  per_piece: amount,
  per_cm2: amount,
});

const surcharge = z.strictObject({
  surcharge_ppm: z
    .int()
    .min(-LARGEST_DISCOUNT)
    .max(10 * MILLION),
});

/** What is wrong between the parts of a tariff, each at its place. */
const faultsBetween = ({
  materials,
  processes,
  finishings,
  quantity_breaks,
}: Parts): [path: PropertyKey[], fault: string][] => {
  const twice = (list: keyof Parts, keys: readonly string[]): [PropertyKey[], string][] =>
    keys.flatMap((key, at) => (keys.indexOf(key) < at ? [[[list, at], `is there twice: ${key}`]] : []));
  const [offeredProcesses, offeredFinishings] = [
    processes.map((rate) => rate.process),
    finishings.map((rate) => rate.finishing),
  ];
  return [
    ...twice(
      'materials',
      materials.map((entry) => `${entry.material} by ${entry.process}`),
    ),
    ...twice('processes', offeredProcesses),
    ...twice('finishings', offeredFinishings),
    ...materials.flatMap((entry, at): [PropertyKey[], string][] => [
      ...(offeredProcesses.includes(entry.process)
        ? []
        : [
            [['materials', at, 'process'], `has no rate; rates: ${oneOf(offeredProcesses)}`] as [PropertyKey[], string],
          ]),
      ...entry.finishings.flatMap((each, n): [PropertyKey[], string][] =>
        offeredFinishings.includes(each)
          ? []
          : [[['materials', at, 'finishings', n], `has no rate; rates: ${oneOf(offeredFinishings)}`]],
      ),
    ]),
    ...materials.flatMap(({ process, infills = [] }, at): [PropertyKey[], string][] =>
      infills.length > 0 && PROCESS_PROFILES[process as Process]?.skins === null
        ? [[['materials', at, 'infills'], `are none of ${process}: what it makes is solid`]]
        : [],
    ),
    ...quantity_breaks.flatMap(({ from }, at): [PropertyKey[], string][] =>
      from > (quantity_breaks[at - 1]?.from ?? 0)
        ? []
        : [[['quantity_breaks', at, 'from'], 'must be greater than the one before']],
    ),
  ];
};

/** Prices are integers in the minor unit of the tariff's currency; shares are parts per million. */
const parts = z.strictObject({
  tariff_version: name,
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as RUB'),
  materials: z.array(material).min(1).max(1_000).readonly(),
  processes: z.array(processRate).min(1).readonly(),
  finishings: z.array(finishing).max(100).readonly(),
  /** The least that an order costs before discounts, priority and tax. */
  minimum: amount.min(100),
  /** Ascending; the last one whose quantity is reached holds for the whole order. */
  quantity_breaks: z
    .array(z.strictObject({ from: z.int().min(1).max(MILLION), discount_ppm: z.int().min(0).max(LARGEST_DISCOUNT) }))
    .max(100)
    .readonly(),
  priorities: z.strictObject({ LOW: surcharge, NORMAL: surcharge, HIGH: surcharge, URGENT: surcharge }),
  tax_ppm: share,
});
type Parts = z.infer<typeof parts>;

/** What a tariff must be to be priced by. */
export const tariffSchema = parts.superRefine((tariff, context) => {
  for (const [path, message] of faultsBetween(tariff)) context.addIssue({ code: 'custom', path, message });
});
export type Tariff = z.infer<typeof tariffSchema>;
export type Priority = keyof Tariff['priorities'];

/** What of a tariff says what can be ordered; whatever else a newer build's tariff says. */
export const offerSchema = z.object({
  materials: z.array(z.object(material.pick({ material: true, process: true, finishings: true, infills: true }).shape)),
});

/** What can be ordered: which material by which process, how it can be finished, and how far it may be hollow. */
export interface CatalogueEntry {
  material: string;
  process: string;
  finishings: readonly string[];
  infills?: readonly number[];
}

type Offered = z.infer<typeof offerSchema>['materials'][number];

export const catalogueOf = ({ materials }: { readonly materials: readonly Offered[] }): CatalogueEntry[] =>
  materials.map(({ material, process, finishings, infills }) => ({
    material,
    process,
    finishings,
    ...(infills === undefined ? {} : { infills }),
  }));

/** Kopecks. A tariff is never edited once an order was priced by it: a change is a new version. */
export const TARIFF: Tariff = {
  tariff_version: '2026-12',
  currency: 'RUB',
  materials: [
    {
      material: 'PLA',
      process: 'FDM',
      density_mg_per_cm3: 1240,
      price_per_kg: 250_000,
      finishings: ['SANDED', 'PAINTED'],
      infills: [15, 30, 50],
    },
    {
      material: 'PETG',
      process: 'FDM',
      density_mg_per_cm3: 1270,
      price_per_kg: 290_000,
      finishings: ['SANDED'],
      infills: [15, 30, 50],
    },
    { material: 'PA12', process: 'SLS', density_mg_per_cm3: 1010, price_per_kg: 1_400_000, finishings: ['DYED'] },
    {
      material: 'RESIN',
      process: 'SLA',
      density_mg_per_cm3: 1180,
      price_per_kg: 900_000,
      finishings: ['SANDED', 'PAINTED'],
    },
  ],
  processes: [
    { process: 'FDM', setup: 30_000, machine_hour: 18_000, inspection: 2_500, risk_ppm: 50_000 },
    { process: 'SLS', setup: 60_000, machine_hour: 240_000, inspection: 3_500, risk_ppm: 30_000 },
    { process: 'SLA', setup: 45_000, machine_hour: 60_000, inspection: 3_500, risk_ppm: 70_000 },
  ],
  finishings: [
    { finishing: 'SANDED', per_piece: 8_000, per_cm2: 350 },
    { finishing: 'PAINTED', per_piece: 15_000, per_cm2: 600 },
    { finishing: 'DYED', per_piece: 5_000, per_cm2: 90 },
  ],
  minimum: 100_000,
  quantity_breaks: [
    { from: 10, discount_ppm: 50_000 },
    { from: 50, discount_ppm: 100_000 },
    { from: 200, discount_ppm: 150_000 },
    { from: 1000, discount_ppm: 200_000 },
  ],
  priorities: {
    LOW: { surcharge_ppm: -50_000 },
    NORMAL: { surcharge_ppm: 0 },
    HIGH: { surcharge_ppm: 250_000 },
    URGENT: { surcharge_ppm: 500_000 },
  },
  tax_ppm: 220_000,
};
