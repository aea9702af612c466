import { CircleX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFaultText } from './fault-text.ts';
import type { ModelFault } from './model-of-order.ts';

/** No fault lists more faces, and no more of them are marked. */
const MOST_FACES = 1_000;

interface FaultListProps {
  faults: readonly ModelFault[];
  /** The code of the one that is looked at. */
  chosen?: string | undefined;
  /** Whether a fault can be looked at in the picture; absent: there is no picture. */
  shown?: ((code: string) => boolean) | undefined;
  onChoose?: (code: string) => void;
  /** Without what to do about it: for those who make the part, and not its model. */
  brief?: boolean | undefined;
}

/** What is wrong with a model, what refuses it first, with what to do about it in the program that it comes from. */
export const FaultList = ({ faults, chosen, shown, onChoose, brief = false }: FaultListProps) => {
  const t = useTranslations('model');
  const text = useFaultText();
  if (faults.length === 0) return brief ? null : <p className="quiet">{t('no-faults')}</p>;
  return (
    <ul className="model-faults" aria-label={t('faults')}>
      {faults.map(({ code, count, faces, refuses }) => {
        const { name, help } = text(code);
        const said = (
          <>
            {refuses ? <CircleX aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
            <span>
              <b>{name}</b> <span className="quiet">{t('times', { count })}</span>
              <span className="only-read"> {t(refuses ? 'refuses' : 'warns')}</span>
            </span>
          </>
        );
        return (
          <li key={code} data-refuses={refuses || undefined}>
            {shown?.(code) === true ? (
              <button
                type="button"
                className="model-fault"
                aria-pressed={code === chosen}
                onClick={() => onChoose?.(code)}
              >
                {said}
              </button>
            ) : (
              <div className="model-fault">{said}</div>
            )}
            {!brief && <p>{help}</p>}
            {shown?.(code) === true && faces.length >= MOST_FACES && (
              <p className="quiet">{t('some-marked', { count: faces.length })}</p>
            )}
            {shown?.(code) === false && faces.length > 0 && <p className="quiet">{t('not-in-picture')}</p>}
          </li>
        );
      })}
    </ul>
  );
};
