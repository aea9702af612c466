import { useLocale, useTranslations } from 'use-intl';
import { numberText } from '../../system/formats.ts';
import { useWord } from '../words.ts';
import { Fact, Panel, type PanelProps } from './panel.tsx';

/** How many parts there are, and how many there have to be. */
export const PartsPanel = ({ order }: Pick<PanelProps, 'order'>) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const locale = useLocale();
  const { pieces } = order;
  if (pieces === undefined || pieces.ordered === 0) return null;
  const { ordered, made, rejected = 0, scrapped = 0, to_make = 0, short, shipped } = pieces;
  const good = (made ?? 0) - rejected;
  return (
    <Panel title={t('parts')}>
      {made !== undefined && (
        <>
          <p>{t('made', { made: good, ordered })}</p>
          <div className="parts-bar" aria-hidden="true">
            <span style={{ transform: `scaleX(${Math.min(1, Math.max(0, good / ordered))})` }} />
          </div>
        </>
      )}
      <dl className="facts">
        {to_make > 0 && <Fact name={t('to-make')}>{numberText(to_make, locale)}</Fact>}
        {rejected > 0 && <Fact name={word('field', 'rejected_quantity') ?? ''}>{numberText(rejected, locale)}</Fact>}
        {scrapped > 0 && <Fact name={word('field', 'scrap_quantity') ?? ''}>{numberText(scrapped, locale)}</Fact>}
        {short > 0 && <Fact name={t('short')}>{numberText(short, locale)}</Fact>}
        {shipped > 0 && <Fact name={t('shipped')}>{numberText(shipped, locale)}</Fact>}
      </dl>
    </Panel>
  );
};
