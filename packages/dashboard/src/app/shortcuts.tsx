import { Fragment } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '../system/dialog.tsx';
import { KeyHint } from '../system/key-hint.tsx';
import { SHORTCUTS } from './keys.ts';
import './shortcuts.css';

export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  return (
    <Dialog open onClose={onClose} title={t('frame.shortcuts')}>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ id, keys }) => (
          <Fragment key={id}>
            <dt>{t(`shortcuts.${id}`)}</dt>
            <dd>
              {keys.map((key) => (
                <KeyHint key={key} keys={key} />
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
