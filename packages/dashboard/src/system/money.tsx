import { useLocale } from 'use-intl';
import { moneyText } from './formats.ts';

export const Money = ({ of }: { of: { amount: number; currency: string } | null | undefined }) => {
  const locale = useLocale();
  return of == null ? <span className="quiet">–</span> : moneyText(of, locale);
};
