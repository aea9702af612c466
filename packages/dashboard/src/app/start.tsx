import { QueryClient, QueryClientProvider, queryOptions, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.ts';
import { readSite } from '../api/site.ts';
import { LISTED_PEOPLE } from '../session/listed-people.ts';
import { PlantTimeZoneProvider } from '../system/plant-time-zone.ts';
import { Problem } from '../system/problem.tsx';
import { Toasts } from '../system/toast.tsx';
import { loadTexts } from '../texts/texts.ts';
import { LanguageProvider } from './language.tsx';
import { preferred } from './preferences.ts';
import { router } from './router.tsx';
import { SiteProvider } from './site.ts';

/** A refusal is an answer: asking again would not change it. What was not answered, or not now, is asked again. */
const askAgain = (failures: number, error: Error): boolean =>
  failures < 3 && (!(error instanceof ApiProblem) || error.status >= 500);

const client = new QueryClient({
  defaultOptions: { queries: { retry: askAgain, staleTime: 5_000, refetchOnWindowFocus: true } },
});

const siteQuery = queryOptions({
  queryKey: ['site'],
  queryFn: async () => {
    const site = await readSite();
    if (site.sign_in.kind === 'people') await LISTED_PEOPLE.ahead();
    return site;
  },
  staleTime: Infinity,
});

/** What is shown first needs all of this: it is on its way before anything is drawn. */
export const begin = (): void => {
  void client.prefetchQuery(siteQuery);
  void loadTexts(preferred().language);
};

const WithSite = () => {
  const { data: site, error, refetch } = useQuery(siteQuery);
  if (error !== null) {
    return (
      <LanguageProvider timeZone="UTC">
        <Problem error={error} onRetry={() => void refetch()} />
      </LanguageProvider>
    );
  }
  if (site === undefined) return null;
  return (
    <SiteProvider value={site}>
      <PlantTimeZoneProvider value={site.plant_time_zone}>
        <LanguageProvider timeZone={site.plant_time_zone}>
          <RouterProvider router={router} />
          <Toasts />
        </LanguageProvider>
      </PlantTimeZoneProvider>
    </SiteProvider>
  );
};

export const Start = () => (
  <QueryClientProvider client={client}>
    <WithSite />
  </QueryClientProvider>
);
