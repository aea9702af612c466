import { type RefObject, useMemo, useRef } from 'react';

interface Handlers {
  onPointerMove: () => void;
  onPointerLeave: () => void;
}

/**
 * Whether somebody points at something, for what must not move then. By each move, because what appears under a pointer
 * is not entered by it.
 */
export const usePointed = (): [RefObject<boolean>, Handlers] => {
  const pointed = useRef(false);
  const handlers = useMemo(
    () => ({
      onPointerMove: () => {
        pointed.current = true;
      },
      onPointerLeave: () => {
        pointed.current = false;
      },
    }),
    [],
  );
  return [pointed, handlers];
};
