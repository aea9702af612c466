import { type ReactNode, useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import { type English, type Language, loadTexts } from '../texts/texts.ts';
import { usePreferences } from './preferences.ts';

/** The page in the language that is preferred; the one before stays until the other is loaded. */
export const LanguageProvider = ({ timeZone, children }: { timeZone: string; children: ReactNode }) => {
  const { language } = usePreferences();
  const [shown, setShown] = useState<{ language: Language; texts: English }>();
  useEffect(() => {
    let wanted = true;
    void loadTexts(language).then((texts) => wanted && setShown({ language, texts }));
    return () => {
      wanted = false;
    };
  }, [language]);
  if (shown === undefined) return null;
  return (
    <IntlProvider locale={shown.language} messages={shown.texts} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
};
