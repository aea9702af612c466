import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './button.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  kind?: 'normal' | 'primary' | 'danger' | 'plain';
  /** The icon alone is shown: `aria-label` must name the button then. */
  iconOnly?: boolean;
  /** Under way: a further press does nothing. */
  pending?: boolean;
  /** Why it cannot be pressed now. It stays reachable, so that the reason can be read. */
  notNow?: string | undefined;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export const Button = ({
  kind = 'normal',
  iconOnly = false,
  pending = false,
  notNow,
  children,
  onClick,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    title={notNow}
    {...rest}
    className="button"
    data-kind={kind}
    data-icon={iconOnly ? 'only' : undefined}
    data-pending={pending}
    aria-busy={pending || undefined}
    aria-disabled={notNow === undefined ? undefined : true}
    onClick={pending || notNow !== undefined ? (event) => event.preventDefault() : onClick}
  >
    {pending && <span className="button-spinner" aria-hidden="true" />}
    {children}
  </button>
);
