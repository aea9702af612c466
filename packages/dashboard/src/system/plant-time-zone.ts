import { createContext, useContext } from 'react';

/** The zone in which the plant works: all times are shown in it. */
const PlantTimeZone = createContext('UTC');
export const PlantTimeZoneProvider = PlantTimeZone.Provider;
export const usePlantTimeZone = (): string => useContext(PlantTimeZone);
