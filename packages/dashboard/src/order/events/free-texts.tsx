import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { credential, noticeRefusal } from '../../api/credential.ts';
import { patience } from '../../api/patience.ts';
import { ApiProblem, problemOf } from '../../api/problem.ts';
import { useWho } from '../../session/session.ts';
import { Button } from '../../system/button.tsx';
import { Problem } from '../../system/problem.tsx';
import { useWord } from '../words.ts';

interface EventTexts {
  texts: { field: string; text: string }[];
}

/** As command-api has it: whoever works on orders, who mends what went wrong, and who answers for personal data. */
const READERS = /^(crm\.|mes\.|store\.|ops$|admin$)/;

const readTexts = async (orderId: string, version: number): Promise<EventTexts> => {
  const response = await fetch(`/v1/orders/${orderId}/events/${version}/texts`, {
    headers: credential(),
    signal: patience(),
  });
  if (response.ok) return (await response.json()) as EventTexts;
  noticeRefusal(response);
  throw await problemOf(response);
};

/** Texts that somebody wrote. They are read when asked for, kept nowhere, and each reading is recorded. */
export const FreeTexts = ({
  orderId,
  version,
  fields,
}: {
  orderId: string;
  version: number;
  fields: readonly string[];
}) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const { roles } = useWho();
  const reading = useMutation({ mutationFn: () => readTexts(orderId, version), gcTime: 0 });
  const kinds = fields.map((field) => word('field', field) ?? field).join(', ');
  if (!roles.some((role) => READERS.test(role)))
    return (
      <p className="quiet">
        {t('texts-kinds', { fields: kinds })}. {t('texts-closed')}
      </p>
    );
  if (reading.data !== undefined)
    return (
      <dl className="event-values">
        {reading.data.texts.map(({ field, text }) => (
          <div key={field}>
            <dt>{word('field', field) ?? field}</dt>
            <dd className="event-text">{text}</dd>
          </div>
        ))}
      </dl>
    );
  const erased = reading.error instanceof ApiProblem && reading.error.status === 410;
  if (erased) return <p className="quiet">{t('texts-erased')}</p>;
  return (
    <div className="event-texts">
      <Button pending={reading.isPending} onClick={() => reading.mutate()}>
        {t('read-texts')}: {kinds}
      </Button>
      <span className="quiet">{t('texts-says')}</span>
      {reading.error !== null && <Problem error={reading.error} onRetry={() => reading.mutate()} />}
    </div>
  );
};
