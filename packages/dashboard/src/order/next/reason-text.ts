import { useLocale, useTranslations } from 'use-intl';
import { moneyText, timeText } from '../../system/formats.ts';
import { usePlantTimeZone } from '../../system/plant-time-zone.ts';
import { useWord, whoOf } from '../words.ts';
import { type OrderNow, type Prospect, type Reason, reasonOf } from './what-next.ts';

/** More statuses than these are counted, not named. */
const NAMED_STATUSES = 3;

/** Says why a command is not offered; null: it is. */
export const useReasonText = (order: OrderNow) => {
  const t = useTranslations('whyNot');
  const word = useWord();
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  const time = (at: string): string => timeText(new Date(at), 'full', locale, zone);

  const words = (reason: Reason): string => {
    switch (reason.why) {
      case 'told':
        return reason.text;
      case 'role': {
        const roles = reason.roles.map((role) => word('role', role) ?? role);
        return roles.length === 0 ? t('role-nobody') : t('role', { roles: list.format(roles) });
      }
      case 'status': {
        const names = reason.statuses.map((status) => word('status', status) ?? status);
        const statuses = names.slice(0, NAMED_STATUSES).join(', ');
        const more = names.length - NAMED_STATUSES;
        return more > 0 ? t('status-more', { statuses, more }) : t('status', { statuses });
      }
      case 'payment':
      case 'unsettled':
        return t(reason.why, { paid: moneyText(reason.paid, locale), due: moneyText(reason.due, locale) });
      case 'paid':
        return t('paid', { paid: moneyText(reason.paid, locale) });
      case 'claimed':
        return t('claimed', { operator: whoOf(reason.operator) });
      case 'quote-expired':
      case 'quote-valid':
        return t(reason.why, { until: time(reason.until) });
      default:
        return t(reason.why);
    }
  };

  const of = (prospect: Prospect): string | null => {
    const reason = reasonOf(prospect, order);
    return reason === null ? null : words(reason);
  };
  return Object.assign(of, { words });
};
