import type { EventData, EventType } from './events.ts';
import type { RecordedEvent } from './lifecycle.ts';

/** The figures that a report of pieces can carry. */
const FIGURES = ['good_quantity', 'scrap_quantity', 'rejected_quantity'] as const;
type Figure = (typeof FIGURES)[number];
export type Figures = Partial<Record<Figure, number>>;

/** Which events report pieces, and by which figures. */
const CARRIED: Readonly<Partial<Record<EventType, readonly Figure[]>>> = {
  ManufacturingFailed: ['good_quantity', 'scrap_quantity'],
  ManufacturingCompleted: ['good_quantity', 'scrap_quantity'],
  ReworkRequired: ['rejected_quantity'],
};

/** One event's figures, the right ones where they were corrected. */
interface Report {
  type: EventType;
  figures: Figures;
}

/** An order's pieces over all attempts. */
export interface Pieces {
  ordered: number;
  /** Of which the customer does without these, for a credit. */
  short: number;
  left_the_house: boolean;
  /** By event_version. */
  reports: ReadonlyMap<number, Report>;
  /** From the event_version of a correction to that of the report that it sets right. */
  corrections: ReadonlyMap<number, number>;
}

export const NO_PIECES: Pieces = {
  ordered: 0,
  short: 0,
  left_the_house: false,
  reports: new Map(),
  corrections: new Map(),
};

const sum = ({ reports }: Pieces, figure: Figure): number =>
  [...reports.values()].reduce((total, { figures }) => total + (figures[figure] ?? 0), 0);

export const madeOf = (pieces: Pieces): number => sum(pieces, 'good_quantity');
export const scrappedOf = (pieces: Pieces): number => sum(pieces, 'scrap_quantity');
export const rejectedOf = (pieces: Pieces): number => sum(pieces, 'rejected_quantity');
/** Good pieces less those of them that were rejected: what can be packed. */
export const atHand = (pieces: Pieces): number => madeOf(pieces) - rejectedOf(pieces);
export const owedOf = ({ ordered, short }: Pieces): number => ordered - short;
export const toMake = (pieces: Pieces): number => Math.max(0, owedOf(pieces) - atHand(pieces));
/** Parcels are not counted through: what leaves is what was owed, as far as it was there. */
export const shippedOf = (pieces: Pieces): number =>
  pieces.left_the_house ? Math.min(owedOf(pieces), Math.max(0, atHand(pieces))) : 0;

/** The report that an event is, or that it corrects; undefined where it has to do with none. */
export const reportAt = ({ reports, corrections }: Pieces, event_version: number) =>
  reports.get(corrections.get(event_version) ?? event_version);

export const carriedBy = (type: EventType): readonly Figure[] => CARRIED[type] ?? [];

/** The figures among an event's or a command's fields. */
export const figuresAmong = (fields: object): Figures =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => (FIGURES as readonly string[]).includes(field)));

/** The pieces with these figures in the report that is at this version, or that is corrected there. */
export const withFigures = (pieces: Pieces, event_version: number, figures: Figures): Pieces => {
  const report = reportAt(pieces, event_version);
  if (report === undefined) return pieces;
  const version = pieces.corrections.get(event_version) ?? event_version;
  return {
    ...pieces,
    reports: new Map(pieces.reports).set(version, { ...report, figures: { ...report.figures, ...figures } }),
  };
};

const corrected = (pieces: Pieces, data: EventData<'CorrectionRecorded'>, event_version: number): Pieces => {
  const figures = figuresAmong(data);
  if (Object.keys(figures).length === 0 || reportAt(pieces, data.corrects_event_version) === undefined) return pieces;
  const version = pieces.corrections.get(data.corrects_event_version) ?? data.corrects_event_version;
  const corrections = new Map(pieces.corrections).set(event_version, version);
  return { ...withFigures(pieces, version, figures), corrections };
};

/** Folds one event into the pieces. Pure. */
export const piecesAfter = (pieces: Pieces, event: RecordedEvent): Pieces => {
  const { event_version } = event.metadata;
  switch (event.type) {
    case 'OrderSubmitted':
    case 'OrderRevised':
      return { ...pieces, ordered: event.data.quantity };
    case 'ManufacturingFailed':
    case 'ManufacturingCompleted':
    case 'ReworkRequired': {
      const report = { type: event.type, figures: figuresAmong(event.data) };
      return { ...pieces, reports: new Map(pieces.reports).set(event_version, report) };
    }
    case 'ShortageAccepted':
      return { ...pieces, short: pieces.short + event.data.quantity };
    case 'OrderShipped':
      return { ...pieces, left_the_house: true };
    case 'CorrectionRecorded':
      return corrected(pieces, event.data, event_version);
    default:
      return pieces;
  }
};
