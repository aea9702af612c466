import { lazy, Suspense } from 'react';
import { useConflict } from './conflict.ts';

/** Loaded with the first conflict: few pages see one. */
const ConflictDialog = lazy(() => import('./conflict-dialog.tsx'));

export const Conflicts = () => {
  const meant = useConflict();
  return <Suspense>{meant === null ? null : <ConflictDialog meant={meant} />}</Suspense>;
};
