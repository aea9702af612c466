import { useEffect, useRef } from 'react';
import { isCovered, isTyping } from '../app/keys.ts';

/** What a key does, by its place on the keyboard: letters work while Russian is typed, too. */
export type FloorKeys = Readonly<Record<string, (() => void) | undefined>>;

/** Keys of the floor: they work wherever the focus is, but in a field or under a dialog. */
export const useFloorKeys = (keys: FloorKeys): void => {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target) || isCovered())
        return;
      const deed = newest.current[event.code];
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
};
