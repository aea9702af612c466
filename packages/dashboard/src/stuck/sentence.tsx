import { useTranslations } from 'use-intl';
import { type Told, useSentence } from './use-sentence.ts';

/** Why an order stands, and beside it what exactly was found where the page has no words of its own for that. */
export const Sentence = ({ of }: { of: Told }) => {
  const t = useTranslations('stuck');
  const { words, found } = useSentence()(of);
  return (
    <>
      {words}
      {found !== null && (
        <span className="stuck-found">
          {t('found')} <span lang="en">{found}</span>
        </span>
      )}
    </>
  );
};
