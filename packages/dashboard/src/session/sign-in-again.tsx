import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSite } from '../app/site.ts';
import { Button } from '../system/button.tsx';
import { Dialog } from '../system/dialog.tsx';
import { ShownLate } from '../system/late.tsx';
import { LISTED_PEOPLE } from './listed-people.ts';
import { currentSession, useSession } from './session.ts';
import { SignInFailed } from './sign-in-failed.tsx';
import './sign-in.css';

/** Over the page, which stays as it is: nothing that was typed is lost. */
export const SignInAgain = () => {
  const t = useTranslations('session');
  const { sign_in } = useSite();
  const client = useQueryClient();
  const session = useSession();
  const [error, setError] = useState<Error>();
  const before = session.state === 'out' ? undefined : session.who.subject;
  /** What was refused meanwhile is asked again; what another one has read is not shown to this one. */
  const entered = (): void => {
    const now = currentSession();
    if (now.state === 'in' && now.who.subject === before) void client.invalidateQueries();
    else void client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'site' });
  };
  const beside = (): void => {
    if (sign_in.kind !== 'oidc') return;
    setError(undefined);
    void import('./oidc.ts')
      .then(({ signInBeside }) => signInBeside(sign_in))
      .then(entered)
      .catch(setError);
  };
  return (
    <Dialog open={session.state === 'expired'} title={t('again')} says={t('again-says')}>
      {sign_in.kind === 'people' ? (
        <ShownLate of={LISTED_PEOPLE} with={{ people: sign_in.people, onEntered: entered }} />
      ) : (
        <>
          {error !== undefined && <SignInFailed error={error} />}
          <Button kind="primary" onClick={beside}>
            {t('oidc-go')}
          </Button>
        </>
      )}
    </Dialog>
  );
};
