import { bodyOf, type Guard, no } from './guard.ts';

export const enoughMade: Guard = (state, command) => {
  const owed = (state.specification?.quantity ?? 0) - state.shortage;
  const made = state.good + (bodyOf<{ good_quantity: number }>(command).good_quantity ?? 0) - state.rejected;
  return made >= owed ? null : no('not-enough-made', `${made} good pieces, ${owed} are owed`);
};

export const rejectedWithinMade: Guard = (state, command) => {
  const rejected = bodyOf<{ rejected_quantity: number }>(command).rejected_quantity ?? 0;
  const made = state.good - state.rejected;
  return rejected <= made ? null : no('quantity', `${rejected} pieces rejected, ${made} were made`);
};

export const shortageWithinOrdered: Guard = (state, command) => {
  const owed = (state.specification?.quantity ?? 0) - state.shortage;
  return (bodyOf<{ quantity: number }>(command).quantity ?? 0) < owed
    ? null
    : no('quantity', `a shortage must leave at least one of the ${owed} pieces that are owed`);
};
