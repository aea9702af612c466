import type { Asked } from '../command.ts';
import { carries } from '../grants.ts';
import {
  atHand,
  carriedBy,
  type Figures,
  figuresAmong,
  madeOf,
  owedOf,
  type Pieces,
  rejectedOf,
  reportAt,
  toMake,
  withFigures,
} from '../pieces.ts';
import { bodyOf, type Guard, type GuardResult, gathered, no } from './guard.ts';

export const enoughMade: Guard = ({ pieces }, command) => {
  const made = atHand(pieces) + (figuresAmong(command.body).good_quantity ?? 0);
  return made >= owedOf(pieces) ? null : no('not-enough-made', `${made} good pieces, ${owedOf(pieces)} are owed`);
};

export const rejectedWithinMade: Guard = ({ pieces }, command) => {
  const rejected = figuresAmong(command.body).rejected_quantity ?? 0;
  const made = atHand(pieces);
  return rejected <= made ? null : no('quantity', `${rejected} pieces rejected, ${made} were made`);
};

export const shortageWithinOrdered: Guard = ({ pieces }, command) => {
  const { quantity = 0 } = bodyOf<{ quantity: number }>(command);
  const [owed, missing] = [owedOf(pieces), toMake(pieces)];
  if (quantity >= owed) return no('quantity', `a shortage must leave at least one of the ${owed} pieces that are owed`);
  return quantity <= missing ? null : no('quantity', `a shortage of ${quantity}, while ${missing} are still to make`);
};

/** An operator's report is bounded, so that a typing error does not count as pieces; a lead's is not. */
const bounded = (pieces: Pieces, command: Asked, { good_quantity = 0, scrap_quantity = 0 }: Figures): GuardResult => {
  if (carries(command.actor, 'mes.lead')) return null;
  const surplus = Math.ceil((pieces.ordered * (gathered(command, 'surplus_percent') ?? 0)) / 100);
  const tooMany = (what: string, most: number): GuardResult =>
    no(
      'quantity',
      `${what}, where at most ${most} can be, a surplus of ${surplus} included: only a mes.lead reports more`,
    );
  const mostGood = Math.max(0, owedOf(pieces) - atHand(pieces) + surplus);
  if (good_quantity > mostGood) return tooMany(`${good_quantity} good pieces`, mostGood);
  const mostScrap = pieces.ordered + surplus;
  return scrap_quantity > mostScrap ? tooMany(`${scrap_quantity} pieces of scrap in one attempt`, mostScrap) : null;
};

export const withinSurplus: Guard = ({ pieces }, command) => bounded(pieces, command, figuresAmong(command.body));

/** The corrected event must have the figures that are corrected, and the pieces must still add up. */
export const rightFigures: Guard = ({ pieces }, command) => {
  const figures = figuresAmong(command.body);
  const given = Object.keys(figures);
  if (given.length === 0) return null;
  const { corrects_event_version: version = 0 } = bodyOf<{ corrects_event_version: number }>(command);
  const report = reportAt(pieces, version);
  const carried: readonly string[] = report === undefined ? [] : carriedBy(report.type);
  const foreign = given.filter((figure) => !carried.includes(figure));
  if (report === undefined || foreign.length > 0)
    return no(
      'no-such-figure',
      `event ${version} carries no ${foreign.join(', ')}; it carries ${carried.join(', ') || 'no quantity'}`,
    );
  const after = withFigures(pieces, version, figures);
  if (atHand(after) < 0)
    return no('quantity', `${rejectedOf(after)} pieces would be rejected of ${madeOf(after)} that were made`);
  return bounded(withFigures(pieces, version, { good_quantity: 0 }), command, raised(report.figures, figures));
};

/** Only an increase is bounded: less is closer to what can have been made. */
const raised = (before: Figures, after: Figures): Figures =>
  Object.fromEntries(Object.entries(after).filter(([figure, value]) => value > (before[figure as keyof Figures] ?? 0)));
