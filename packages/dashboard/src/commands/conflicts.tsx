import { lazy, Suspense } from 'react';
import { useConflicts } from './conflict.ts';

/** Loaded with the first conflict: few pages see one. */
const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'));

export const Conflicts = () => {
  const [first, ...rest] = useConflicts();
  return <Suspense>{first === undefined ? null : <ConflictDialog meant={first} rest={rest.length} />}</Suspense>;
};
