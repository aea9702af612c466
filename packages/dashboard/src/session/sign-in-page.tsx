import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SignInWays } from '../api/site.ts';
import mark from '../app/mark.svg';
import { loadAhead } from '../app/pages.ts';
import { prefer, usePreferences } from '../app/preferences.ts';
import { useSite } from '../app/site.ts';
import { Button } from '../system/button.tsx';
import { ShownLate } from '../system/late.tsx';
import { LISTED_PEOPLE } from './listed-people.ts';
import { SignInFailed } from './sign-in-failed.tsx';
import './sign-in.css';

/** A few frames. */
const DRAWN_MS = 50;

type Provider = Extract<SignInWays, { kind: 'oidc' }>;

const isReturn = (): boolean => new URLSearchParams(location.search).has('state');

/** Goes to the provider, or is back from there. Its library is loaded only where there is a provider. */
const ProviderSignIn = ({
  provider,
  to,
  onEntered,
}: {
  provider: Provider;
  to: string;
  onEntered: (to: string) => void;
}) => {
  const t = useTranslations('session');
  const [error, setError] = useState<Error>();
  const [going, setGoing] = useState(isReturn());
  useEffect(() => {
    if (!isReturn()) return;
    void import('./oidc.ts')
      .then(({ comeBack }) => comeBack(provider))
      .then((back) => back !== undefined && onEntered(back))
      .catch((failed: Error) => {
        setError(failed);
        setGoing(false);
      });
  }, [provider, onEntered]);
  const go = (): void => {
    setGoing(true);
    void import('./oidc.ts')
      .then(({ goToProvider }) => goToProvider(provider, to))
      .catch((failed: Error) => {
        setError(failed);
        setGoing(false);
      });
  };
  return (
    <>
      <p className="sign-in-says">{t('oidc-says', { authority: new URL(provider.authority).host })}</p>
      {error !== undefined && <SignInFailed error={error} />}
      <Button kind="primary" pending={going} onClick={go}>
        {going ? t('signing-in') : t('oidc-go')}
      </Button>
    </>
  );
};

const LanguageChoice = () => {
  const { language } = usePreferences();
  return (
    <div className="sign-in-languages">
      <Button kind="plain" aria-pressed={language === 'en'} lang="en" onClick={() => prefer({ language: 'en' })}>
        English
      </Button>
      <Button kind="plain" aria-pressed={language === 'ru'} lang="ru" onClick={() => prefer({ language: 'ru' })}>
        Русский
      </Button>
    </div>
  );
};

export const SignInPage = () => {
  const t = useTranslations('session');
  const { sign_in } = useSite();
  const router = useRouter();
  const navigate = useNavigate();
  const { to = '/' } = useSearch({ from: '/sign-in' });
  // While he looks for his name, or his provider is asked; not before this page is drawn.
  useEffect(() => {
    const drawn = setTimeout(() => void loadAhead(to), DRAWN_MS);
    return () => clearTimeout(drawn);
  }, [to]);
  const entered = (where: string): void => {
    void router.invalidate().then(() => navigate({ href: where, replace: true }));
  };
  return (
    <div className="sign-in">
      <div>
        <main className="sign-in-card">
          <div className="sign-in-mark">
            <img src={mark} alt="" /> order-ledger
          </div>
          {sign_in.kind === 'people' ? (
            <>
              <h1>{t('who-are-you')}</h1>
              <p className="sign-in-says">{t('development-says')}</p>
              <ShownLate of={LISTED_PEOPLE} with={{ people: sign_in.people, onEntered: () => entered(to) }} />
            </>
          ) : (
            <>
              <h1>{t('title')}</h1>
              <ProviderSignIn provider={sign_in} to={to} onEntered={entered} />
            </>
          )}
        </main>
        <LanguageChoice />
      </div>
    </div>
  );
};
