import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import { putAway, type Toast, useToasts } from './toasts.ts';
import './toast.css';

const One = ({ toast: { id, kind, title, says, deed } }: { toast: Toast }) => {
  const t = useTranslations('words');
  return (
    <div className="toast" data-kind={kind} role={kind === 'refused' ? 'alert' : 'status'}>
      {kind === 'done' ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
      <div>
        <b>{title}</b>
        {says !== undefined && <div className="toast-says">{says}</div>}
        {deed !== undefined && (
          <div className="toast-deeds">
            <Button
              onClick={() => {
                putAway(id);
                deed.do();
              }}
            >
              {deed.name}
            </Button>
          </div>
        )}
      </div>
      <Button kind="plain" iconOnly aria-label={t('close')} onClick={() => putAway(id)}>
        <X />
      </Button>
    </div>
  );
};

/** What has come of commands, in a corner where it covers nothing that is being read. */
export const Toasts = () => (
  <div className="toasts">
    {useToasts().map((toast) => (
      <One key={toast.id} toast={toast} />
    ))}
  </div>
);
