import { useEffect, useState } from 'react';
import './skeleton.css';

/** Waiting shorter than this is not shown: a flash is worse than nothing. */
const PATIENCE_MS = 200;

/** Whether something has been going on for so long that it is to be shown. */
export const useLate = (waiting: boolean): boolean => {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
};

export const Skeleton = ({ width }: { width: number | string }) => (
  <span className="skeleton" style={{ width }} aria-hidden="true" />
);
