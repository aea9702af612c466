/** Prices are integers in the minor unit of the tariff's currency; shares are parts per million; lengths are micrometres. */
export interface Material {
  material: string;
  process: string;
  /** 1.24 g/cm³ is 1240. */
  density_mg_per_cm3: number;
  price_per_kg: number;
  finishings: readonly string[];
}

export interface ProcessRate {
  process: string;
  /** Preparing the file and the machine, once an order. */
  setup: number;
  machine_hour: number;
  /** Looking at one piece. */
  inspection: number;
  /** The share of failed pieces that the good ones pay for. */
  risk_ppm: number;
}

export interface Finishing {
  finishing: string;
  /** Handling one piece, and working one cm² of its surface. */
  per_piece: number;
  per_cm2: number;
}

export interface Tariff {
  tariff_version: string;
  currency: string;
  materials: readonly Material[];
  processes: readonly ProcessRate[];
  finishings: readonly Finishing[];
  /** The least that an order costs before discounts, priority and tax. */
  minimum: number;
  /** Ascending; the last one whose quantity is reached holds for the whole order. */
  quantity_breaks: readonly { from: number; discount_ppm: number }[];
  priorities: Readonly<Record<Priority, { surcharge_ppm: number }>>;
  tax_ppm: number;
}

export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';

/** What can be ordered: which material by which process, and how it can be finished. */
export interface CatalogueEntry {
  material: string;
  process: string;
  finishings: readonly string[];
}

export const catalogueOf = (tariff: Tariff): CatalogueEntry[] =>
  tariff.materials.map(({ material, process, finishings }) => ({ material, process, finishings }));

/** Kopecks. A tariff is never edited once an order was priced by it: a change is a new version. */
export const TARIFF: Tariff = {
  tariff_version: '2026-11',
  currency: 'RUB',
  materials: [
    {
      material: 'PLA',
      process: 'FDM',
      density_mg_per_cm3: 1240,
      price_per_kg: 250_000,
      finishings: ['SANDED', 'PAINTED'],
    },
    { material: 'PETG', process: 'FDM', density_mg_per_cm3: 1270, price_per_kg: 290_000, finishings: ['SANDED'] },
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
