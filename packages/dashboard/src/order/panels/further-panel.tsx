import { useMutation } from '@tanstack/react-query';
import { Download, History } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { download, keepFile } from '../../api/files.ts';
import { PageLink } from '../../app/page-link.tsx';
import { Button } from '../../system/button.tsx';
import { Problem } from '../../system/problem.tsx';
import { Panel } from './panel.tsx';

const incident = (orderId: string, format: 'json' | 'html'): Promise<void> =>
  download(`/v1/orders/${orderId}/incident?format=${format}`, `incident-${orderId}.${format}`);

interface FurtherProps {
  orderId: string;
  /** All that the page shows, for the export. */
  whole: () => object;
  incidents: boolean;
}

/** What there is of the order beyond this page. */
export const FurtherPanel = ({ orderId, whole, incidents }: FurtherProps) => {
  const t = useTranslations('orderPage');
  const fetching = useMutation({ mutationFn: (format: 'json' | 'html') => incident(orderId, format) });
  const exported = (): void =>
    keepFile(new Blob([JSON.stringify(whole(), null, 2)], { type: 'application/json' }), `order-${orderId}.json`);
  return (
    <Panel title={t('further')}>
      <div className="further">
        {incidents && (
          <>
            <Button
              pending={fetching.isPending && fetching.variables === 'html'}
              onClick={() => fetching.mutate('html')}
            >
              <Download />
              {t('incident-html')}
            </Button>
            <Button
              pending={fetching.isPending && fetching.variables === 'json'}
              onClick={() => fetching.mutate('json')}
            >
              <Download />
              {t('incident-json')}
            </Button>
          </>
        )}
        <Button onClick={exported}>
          <Download />
          {t('export')}
        </Button>
        <PageLink page="time-machine" search={{ order: orderId }} className="button">
          <History />
          {t('through-time')}
        </PageLink>
      </div>
      {fetching.error !== null && <Problem error={fetching.error} />}
    </Panel>
  );
};
