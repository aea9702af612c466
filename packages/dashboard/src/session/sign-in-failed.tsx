import { useTranslations } from 'use-intl';
import '../system/problem.css';

/** What the provider, or its library, said no with: words for whoever runs it. */
export const SignInFailed = ({ error }: { error: Error }) => {
  const t = useTranslations('session');
  const { error: code } = error as { error?: unknown };
  return (
    <section className="problem" role="alert">
      <h2>{t('failed')}</h2>
      <p className="problem-detail" lang="en">
        {typeof code === 'string' ? `${code}: ${error.message}` : error.message}
      </p>
    </section>
  );
};
