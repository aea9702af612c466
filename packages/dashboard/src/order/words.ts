import { useLocale, useTranslations } from 'use-intl';
import { useDurationText } from '../system/duration.tsx';
import { moneyText, numberText, timeText } from '../system/formats.ts';
import { usePlantTimeZone } from '../system/plant-time-zone.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMoney = (value: unknown): value is { amount: number; currency: string } =>
  isObject(value) && typeof value.amount === 'number' && typeof value.currency === 'string';
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
/** µm in a mm. */
const MICRO = 1_000;

/** A word of the texts where they have one: the APIs may have grown since. */
export const useWord = () => {
  const texts = useTranslations();
  return (
    namespace:
      | 'field'
      | 'code'
      | 'event'
      | 'role'
      | 'status'
      | 'command'
      | 'priceLine'
      | 'refusalHelp'
      | 'verdict'
      | 'cause'
      | 'helps'
      | 'source',
    name: string,
  ): string | null => {
    const key = `${namespace}.${name.replaceAll('.', '-')}` as Parameters<typeof texts>[0];
    return texts.has(key) ? (texts as (name: string) => string)(key) : null;
  };
};

/** Who somebody is, without the word that tells ids of people from those of processes. */
export const whoOf = (id: string): string => id.replace(/^(sub|process|partner):/, '');

/** Fields of which the value is a status. */
const STATUS_FIELDS: readonly string[] = ['return_from', 'held_from', 'error_from', 'from'];

/** Writes any value that an event may hold, as people read it. */
export const useValueText = () => {
  const t = useTranslations('orderPage');
  const locale = useLocale();
  const zone = usePlantTimeZone();
  const duration = useDurationText();
  const word = useWord();

  const box = (sizes: readonly number[]): string =>
    `${sizes.map((size) => numberText(size / MICRO, locale)).join(' × ')} ${word('code', 'MM') ?? 'mm'}`;

  const ofNumber = (name: string, value: number): string => {
    if (name.endsWith('_s') || name === 'machine_seconds') return duration(value * 1_000);
    if (name === 'bytes') return t('bytes', { size: value / 1_000_000 });
    if (name === 'tolerance') return t('micrometres', { length: value });
    return numberText(value, locale);
  };

  const ofText = (name: string, value: string): string => {
    if (TIME.test(value)) return timeText(new Date(value), 'full', locale, zone);
    if (STATUS_FIELDS.includes(name)) return word('status', value) ?? value;
    if (name.includes('operator')) return whoOf(value);
    return (name === 'line' ? word('priceLine', value.toUpperCase()) : word('code', value)) ?? value;
  };

  const text = (name: string, value: unknown): string => {
    if (value === null || value === undefined) return t('nothing');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return ofNumber(name, value);
    if (typeof value === 'string') return ofText(name, value);
    if (isMoney(value)) return moneyText(value, locale);
    if (Array.isArray(value)) return ofList(name, value);
    return ofObject(name, value as Record<string, unknown>);
  };

  const ofList = (name: string, value: readonly unknown[]): string => {
    if (value.length === 0) return t('nothing');
    if (name === 'bounding_box') return box(value as number[]);
    return value.map((each) => text(name, each)).join('; ');
  };

  const ofObject = (name: string, value: Record<string, unknown>): string => {
    if (name === 'parcels')
      return t('parcel', {
        length: Number(value.length) / MICRO,
        width: Number(value.width) / MICRO,
        height: Number(value.height) / MICRO,
        weight: Number(value.weight),
      });
    if (name === 'estimate_s')
      return t('expected', { p50: duration(Number(value.p50) * 1_000), p95: duration(Number(value.p95) * 1_000) });
    if (name === 'breakdown') return `${text('line', value.line)} ${text('amount', value.amount)}`;
    return Object.entries(value)
      .filter(([field]) => field !== 'faces')
      .map(([field, each]) => `${word('field', field) ?? field}: ${text(field, each)}`)
      .join(', ');
  };

  return text;
};
