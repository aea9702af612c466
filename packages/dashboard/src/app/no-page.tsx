import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../system/empty-state.tsx';

export const NoPage = () => {
  const t = useTranslations('frame');
  return (
    <EmptyState icon={<Compass />} title={t('no-page')} deeds={<Link to="/">{t('to-board')}</Link>}>
      {t('no-page-says')}
    </EmptyState>
  );
};
