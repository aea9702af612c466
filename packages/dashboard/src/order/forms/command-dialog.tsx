import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Refusal } from '../../commands/refusal.tsx';
import type { Sending, UseSending } from '../../commands/use-sending.ts';
import { Button } from '../../system/button.tsx';
import { Dialog } from '../../system/dialog.tsx';
import { usePlantTimeZone } from '../../system/plant-time-zone.ts';
import { Problem } from '../../system/problem.tsx';
import { Skeleton, useLate } from '../../system/skeleton.tsx';
import { isDanger, type PageCommand } from '../next/commands.ts';
import { useReasonText } from '../next/reason-text.ts';
import type { OrderEvent, OrderNow, Prospects } from '../order-queries.ts';
import { bodyOf, type Faults, placedErrors, type Typed } from './body.ts';
import { commandDocumentQuery, schemaIn } from './command-schemas.ts';
import { ASIDE, type Field, fieldsOf } from './fields.ts';
import { FormField, type FormState } from './form-field.tsx';
import { askedFields, type Presets } from './presets.ts';
import './form.css';

export interface CommandDialogProps {
  command: PageCommand;
  order: OrderNow;
  events: readonly OrderEvent[];
  prospects: Prospects['prospects'];
  presets: Presets;
  sender: UseSending;
  onClose: () => void;
}

const isConflict = (sending: Sending): sending is Extract<Sending, { state: 'failed' }> =>
  sending.state === 'failed' && sending.failure.is === 'conflict';

const NO_FAULTS: Faults = new Map();

interface FormProps extends CommandDialogProps {
  fields: readonly Field[];
  id: string;
}

/** The errors of the API's last answer, at their fields. */
const toldFaults = ({ sender }: FormProps, fields: readonly Field[], typed: Typed): Faults => {
  const { sending } = sender;
  if (sending.state !== 'failed' || sending.failure.is !== 'invalid') return NO_FAULTS;
  const { errors } = sending.failure.problem.extras as { errors?: { pointer: string; detail: string }[] };
  return placedErrors(errors ?? [], fields, typed);
};

const Form = (props: FormProps) => {
  const { command, order, events, prospects, presets, sender, fields, id } = props;
  const t = useTranslations('orderPage');
  const word = useFieldName();
  const locale = useLocale();
  const timeZone = usePlantTimeZone();
  const currency = order.paid?.currency ?? 'RUB';
  const [typed, setTyped] = useState<Typed>({ values: presets.typed, rows: firstRows(fields) });
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  // The version that is decided upon: that of when the form was opened, until somebody decides again.
  const seen = useRef(order.event_version);
  const form = useRef<HTMLFormElement>(null);
  const reasonText = useReasonText(order);
  const { sending } = sender;
  const told = toldFaults(props, fields, typed);
  const shown: FormState = {
    typed,
    faults: new Map([...told, ...faults]),
    currency,
    suggested: presets.suggested,
    set: (pointer, value) => {
      setTyped(({ values, rows }) => ({ values: { ...values, [pointer]: value }, rows }));
      setFaults((before) => new Map([...before].filter(([at]) => at !== pointer)));
    },
    setRows: (pointer, rows) => setTyped((before) => ({ ...before, rows: { ...before.rows, [pointer]: rows } })),
  };
  const wrong = told.size + faults.size;
  useEffect(() => {
    if (wrong > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [wrong]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // He has been shown what changed, and presses again.
    if (isConflict(sending)) seen.current = order.event_version;
    const made = bodyOf(fields, typed, { locale, timeZone, currency });
    setFaults(made.faults);
    if (made.faults.size === 0) sender.press(command, { ...made.body, ...presets.silent }, seen.current);
  };
  const main = fields.filter(({ name, required }) => required || !ASIDE.includes(name));
  const aside = fields.filter((field) => !main.includes(field));
  const above = told.get('');
  return (
    <form ref={form} id={id} className="form" noValidate onSubmit={submit}>
      {main.map((field) => (
        <FormField key={field.name} field={field} pointer={`/${field.name}`} form={shown} />
      ))}
      {aside.length > 0 && (
        <details className="form-more" open={main.length === 0}>
          <summary>{aside.map(({ name }) => word(name)).join(', ')}</summary>
          <div className="form">
            {aside.map((field) => (
              <FormField key={field.name} field={field} pointer={`/${field.name}`} form={shown} />
            ))}
          </div>
        </details>
      )}
      {above?.is === 'told' && <p className="form-fault">{above.text}</p>}
      {sending.state === 'failed' && (told.size === 0 || sending.failure.is !== 'invalid') && (
        <Refusal failed={sending} {...{ events, prospects, reasonText }} onAgain={sender.again} />
      )}
      <span className="only-read" role="status">
        {sending.state === 'pending' ? t('sending') : ''}
      </span>
    </form>
  );
};

/** Parcels that are asked for: one row stands there already. */
const firstRows = (fields: readonly Field[]): Record<string, number> =>
  Object.fromEntries(fields.filter(({ kind }) => kind === 'list').map(({ name }) => [`/${name}`, 1]));

const useFieldName = () => {
  const t = useTranslations();
  return (name: string): string => {
    const key = `field.${name}` as 'field.note';
    return t.has(key) ? t(key) : name;
  };
};

const Question = ({ command, order }: Pick<CommandDialogProps, 'command' | 'order'>) => {
  const t = useTranslations('danger');
  if (command !== 'CancelOrder' && command !== 'ReportError' && command !== 'EraseCustomerData') return null;
  return t(command, {
    order: order.external_ref ?? order.order_id,
    made: order.pieces?.made ?? 0,
    ordered: String(order.pieces?.ordered ?? order.quantity ?? 0),
  });
};

/** The button that sends; after a conflict it says that he decides anew, and waits until he can see what has changed. */
const Send = ({ command, order, prospects, sender: { sending }, form }: CommandDialogProps & { form: string }) => {
  const t = useTranslations();
  const obstacle = useReasonText(order);
  const conflict = isConflict(sending);
  const prospect = prospects.find((each) => each.command === command);
  const reason = conflict && prospect !== undefined ? obstacle(prospect) : null;
  const unseen = conflict && order.event_version <= sending.attempt.seenVersion;
  const name = t(`command.${command}`);
  return (
    <Button
      kind={isDanger(command) ? 'danger' : 'primary'}
      type="submit"
      form={form}
      pending={sending.state === 'pending' || unseen}
      notNow={reason ?? undefined}
    >
      {conflict ? t('conflict.all-the-same', { name }) : name}
    </Button>
  );
};

/** A command with what it asks for, made from its schema. */
export const CommandDialog = (props: CommandDialogProps) => {
  const { command, order, presets, prospects, sender, onClose } = props;
  const t = useTranslations();
  const id = useId();
  const document = useQuery(commandDocumentQuery);
  const late = useLate(document.isPending);
  const close = (): void => {
    sender.forget();
    onClose();
  };
  const danger = isDanger(command);
  const pending = sender.sending.state === 'pending';
  const reasons = prospects.find((each) => each.command === command)?.reasons ?? null;
  const fields =
    document.data === undefined ? null : askedFields(fieldsOf(schemaIn(document.data, command)), presets, reasons);
  const wide = fields?.some(({ kind }) => kind === 'list') ?? false;
  return (
    <Dialog
      open
      {...(pending ? {} : { onClose: close })}
      title={t(`command.${command}`)}
      width={wide ? 560 : 440}
      {...(danger ? { says: <Question command={command} order={order} /> } : {})}
      deeds={
        <>
          <Button onClick={close}>{t('words.cancel')}</Button>
          <Send {...props} form={id} />
        </>
      }
    >
      {document.error !== null && <Problem error={document.error} onRetry={() => void document.refetch()} />}
      {late && <Skeleton width="100%" />}
      {fields !== null && <Form {...props} fields={fields} id={id} />}
    </Dialog>
  );
};
