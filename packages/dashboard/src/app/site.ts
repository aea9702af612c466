import { createContext, useContext } from 'react';
import type { Site } from '../api/site.ts';

const Known = createContext<Site | undefined>(undefined);
export const SiteProvider = Known.Provider;

export const useSite = (): Site => {
  const site = useContext(Known);
  if (site === undefined) throw new Error('The page was put up without its site.');
  return site;
};
