import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { download } from '../api/files.ts';
import { Button } from '../system/button.tsx';
import { tell } from '../system/toasts.ts';

/** What is asked of the API as the page asks for it, as a file for a spreadsheet. */
export const CsvButton = ({ path, query, name }: { path: string; query: object; name: string }) => {
  const t = useTranslations('analysis');
  const asked = new URLSearchParams({ ...query, format: 'csv' } as Record<string, string>);
  const fetching = useMutation({
    mutationFn: () => download(`${path}?${asked}`, `${name}.csv`),
    onError: (error) => tell({ kind: 'refused', title: t('csv-failed'), says: error.message }),
  });
  return (
    <Button pending={fetching.isPending} onClick={() => fetching.mutate()}>
      <Download /> {t('csv')}
    </Button>
  );
};
