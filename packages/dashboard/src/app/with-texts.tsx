import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';
import { Problem } from '../system/problem.tsx';
import { type LateTexts, loadLateTexts } from '../texts/texts.ts';

/** Adds texts that the first page does without; what is within waits for them. */
export const WithTexts = ({ of, children }: { of: LateTexts; children: ReactNode }) => {
  const locale = useLocale();
  const timeZone = usePlantTimeZone();
  const first = useMessages();
  const { data, error, refetch } = useQuery({
    queryKey: ['texts', of, locale],
    queryFn: () => loadLateTexts(of, locale),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const messages = useMemo(() => (data === undefined ? undefined : { ...first, ...data }), [first, data]);
  if (error !== null) return <Problem error={error} onRetry={() => void refetch()} />;
  if (messages === undefined) return null;
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
};
