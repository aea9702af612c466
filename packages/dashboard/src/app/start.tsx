import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProblem } from '../api/problem.ts';
import { readSite } from '../api/site.ts';
import { PlantTimeZoneProvider } from '../system/plant-time-zone.ts';
import { Problem } from '../system/problem.tsx';
import { Toasts } from '../system/toast.tsx';
import { LanguageProvider } from './language.tsx';
import { router } from './router.tsx';
import { SiteProvider } from './site.ts';

/** A refusal is an answer: asking again would not change it. What was not answered, or not now, is asked again. */
const askAgain = (failures: number, error: Error): boolean =>
  failures < 3 && (!(error instanceof ApiProblem) || error.status >= 500);

const client = new QueryClient({
  defaultOptions: { queries: { retry: askAgain, staleTime: 5_000, refetchOnWindowFocus: true } },
});

const WithSite = () => {
  const { data: site, error, refetch } = useQuery({ queryKey: ['site'], queryFn: readSite, staleTime: Infinity });
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
