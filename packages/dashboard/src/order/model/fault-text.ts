import { useMessages, useTranslations } from 'use-intl';

interface FaultText {
  name: string;
  help: string;
}

/** What a fault is called and what to do about it; the APIs may have grown codes since this page was loaded. */
export const useFaultText = () => {
  const t = useTranslations('model');
  const texts: Readonly<Record<string, FaultText | undefined>> = useMessages().modelFault;
  return (code: string): FaultText => texts[code] ?? { name: code, help: t('unknown-fault') };
};
