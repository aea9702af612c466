import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import './state-word.css';

export type WellBeing = 'well' | 'warns' | 'ill';

const SIGNS: Readonly<Record<WellBeing, ReactNode>> = {
  well: <CircleCheck aria-hidden="true" />,
  warns: <CircleAlert aria-hidden="true" />,
  ill: <CircleX aria-hidden="true" />,
};
const HUES: Readonly<Record<WellBeing, string>> = { well: 'done', warns: 'hold', ill: 'bad' };

/** Whether something is well, as a word with a sign and a colour. */
export const StateWord = ({ is, children }: { is: WellBeing; children: ReactNode }) => (
  <span className="state-word" data-hue={HUES[is]}>
    {SIGNS[is]}
    {children}
  </span>
);
