import { useEffect } from 'react';
import './floor-size.css';

/** The whole page in the floor's sizes, dialogs and menus too: it is worked with gloves on. */
export const useFloorSize = (): void =>
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.size = 'floor';
    return () => {
      delete dataset.size;
    };
  }, []);
