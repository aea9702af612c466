import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '../../system/button.tsx';
import { zoneText } from '../../system/formats.ts';
import { usePlantTimeZone } from '../../system/plant-time-zone.ts';
import { useWord } from '../words.ts';
import type { Fault, Faults, Typed } from './body.ts';
import type { Field } from './fields.ts';
import { typedAmount } from './money-input.ts';
import type { Presets } from './presets.ts';

export interface FormState {
  typed: Typed;
  faults: Faults;
  currency: string;
  /** Values that are likely, by field; others may be typed. */
  suggested: Presets['suggested'];
  set: (pointer: string, value: string) => void;
  setRows: (pointer: string, rows: number) => void;
}

interface FieldProps {
  field: Field;
  pointer: string;
  form: FormState;
}

const useFaultText = (currency: string) => {
  const t = useTranslations('fault');
  const locale = useLocale();
  return (fault: Fault): string => {
    if (fault.is === 'told') return fault.text;
    const bound = 'bound' in fault ? fault.bound : 0;
    return t(fault.is, { bound, example: typedAmount(123_450, currency, locale) });
  };
};

/** What stands beside a field's name: its unit, its currency, its zone, or that it may stay blank. */
const useAside = (field: Field, currency: string): string | null => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const zone = zoneText(usePlantTimeZone(), useLocale());
  const unit =
    field.kind === 'money'
      ? t('in-unit', { unit: currency })
      : field.kind === 'number' && field.unit !== null
        ? t('in-unit', { unit: field.unit === 'mm' ? (word('code', 'MM') ?? 'mm') : t('gram') })
        : null;
  const blank =
    field.name === 'occurred_at'
      ? t('when-it-happened', { zone })
      : field.kind === 'time'
        ? t('plant-zone', { zone })
        : null;
  const optional = field.required || blank !== null || field.kind === 'list' ? null : t('optional');
  return [unit, blank, optional].filter((each) => each !== null).join(', ') || null;
};

const Input = ({
  field,
  pointer,
  form,
  id,
  described,
  invalid,
}: FieldProps & { id: string; described: string | undefined; invalid: boolean }) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const value = form.typed.values[pointer] ?? '';
  const common = {
    id,
    name: pointer,
    value,
    'aria-describedby': described,
    'aria-invalid': invalid || undefined,
    required: field.required,
    onChange: (event: { target: { value: string } }) => form.set(pointer, event.target.value),
  };
  if (field.kind === 'choice')
    return (
      <select className="form-input" {...common}>
        <option value="">{t('choose')}</option>
        {field.options.map((option) => (
          <option key={option} value={option}>
            {word('code', option) ?? option}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'text' && field.long) return <textarea className="form-input" rows={3} {...common} />;
  if (field.kind === 'time') return <input className="form-input" type="datetime-local" {...common} />;
  if (field.kind === 'flag')
    return (
      <input
        type="checkbox"
        id={id}
        checked={value === 'true'}
        onChange={(event) => form.set(pointer, String(event.target.checked))}
      />
    );
  const mode =
    field.kind === 'number'
      ? field.scale > 1
        ? 'decimal'
        : 'numeric'
      : field.kind === 'money'
        ? 'decimal'
        : undefined;
  const suggested = form.suggested?.[field.name] ?? [];
  const list = `${id}-suggested`;
  return (
    <>
      <input
        className="form-input"
        type="text"
        autoComplete="off"
        inputMode={mode}
        data-figure={mode !== undefined || undefined}
        {...(suggested.length === 0 ? {} : { list })}
        {...common}
      />
      {suggested.length > 0 && (
        <datalist id={list}>
          {suggested.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
};

const One = (props: FieldProps) => {
  const { field, pointer, form } = props;
  const word = useWord();
  const id = useId();
  const fault = form.faults.get(pointer);
  const faultText = useFaultText(form.currency);
  const aside = useAside(field, form.currency);
  return (
    <div className="form-field" data-kind={field.kind}>
      <label htmlFor={id}>
        {word('field', field.name) ?? field.name}
        {aside !== null && <span className="form-aside"> {aside}</span>}
      </label>
      <Input
        {...props}
        id={id}
        described={fault === undefined ? undefined : `${id}-fault`}
        invalid={fault !== undefined}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="form-fault">
          {faultText(fault)}
        </p>
      )}
    </div>
  );
};

const Rows = ({ field, pointer, form }: FieldProps & { field: Field & { kind: 'list' } }) => {
  const t = useTranslations('orderPage');
  const word = useWord();
  const faultText = useFaultText(form.currency);
  const name = word('field', field.name) ?? field.name;
  const rows = form.typed.rows[pointer] ?? 0;
  const fault = form.faults.get(pointer);
  return (
    <fieldset className="form-rows">
      <legend>{name}</legend>
      {Array.from({ length: rows }, (_none, row) => `${pointer}/${row}`).map((at, row) => (
        <div key={at} className="form-row">
          <span className="form-row-name quiet">{t('row-of', { what: name, number: row + 1 })}</span>
          {field.fields.map((each) => (
            <FormField key={each.name} field={each} pointer={`${at}/${each.name}`} form={form} />
          ))}
        </div>
      ))}
      {fault !== undefined && <p className="form-fault">{faultText(fault)}</p>}
      <div className="form-row-deeds">
        <Button onClick={() => form.setRows(pointer, Math.min(field.most, rows + 1))}>
          <Plus />
          {t('add-row', { what: name })}
        </Button>
        {rows > 0 && (
          <Button kind="plain" onClick={() => form.setRows(pointer, rows - 1)}>
            <Trash2 />
            {t('remove-row')}
          </Button>
        )}
      </div>
    </fieldset>
  );
};

/** A field of a command, by what its schema says it is. */
export const FormField = ({ field, pointer, form }: FieldProps) => {
  const word = useWord();
  if (field.kind === 'list') return <Rows field={field} pointer={pointer} form={form} />;
  if (field.kind !== 'group') return <One field={field} pointer={pointer} form={form} />;
  return (
    <fieldset className="form-group">
      <legend>{word('field', field.name) ?? field.name}</legend>
      {field.fields.map((each) => (
        <FormField key={each.name} field={each} pointer={`${pointer}/${each.name}`} form={form} />
      ))}
    </fieldset>
  );
};
