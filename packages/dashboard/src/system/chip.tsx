import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import './chip.css';

interface ChipProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Of a choice that is on or off; absent: it opens something. */
  pressed?: boolean | undefined;
  /** Something other than the usual is chosen in what it opens. */
  on?: boolean;
  count?: ReactNode;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

export const Chip = ({ pressed, on, count, children, className = '', ...rest }: ChipProps) => (
  <button type="button" {...rest} className={`chip ${className}`} aria-pressed={pressed} data-on={on || undefined}>
    {children}
    {count !== undefined && <b>{count}</b>}
  </button>
);
