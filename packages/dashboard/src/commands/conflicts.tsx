import { late, ShownLate } from '../system/late.tsx';
import { useConflicts } from './conflict.ts';

/** Loaded with the first conflict: few pages see one. */
const CONFLICT_DIALOG = late(async () => (await import('./conflict-dialog.tsx')).default);

export const Conflicts = () => {
  const [meant, ...rest] = useConflicts();
  return meant === undefined ? null : <ShownLate of={CONFLICT_DIALOG} with={{ meant, rest: rest.length }} />;
};
