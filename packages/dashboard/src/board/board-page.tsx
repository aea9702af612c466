import { useTranslations } from 'use-intl';
export default function BoardPage() {
  return <h1>{useTranslations('board')('title')}</h1>;
}
