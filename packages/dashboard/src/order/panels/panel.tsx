import type { ReactNode } from 'react';
import type { OrderEvent, OrderNow } from '../order-queries.ts';
import './panels.css';

export interface PanelProps {
  order: OrderNow;
  events: readonly OrderEvent[];
}

export const Panel = ({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) => (
  <section className="order-section" aria-label={title}>
    <header className="order-section-head">
      <h2 className="section-title">{title}</h2>
      <span className="order-grow" />
      {aside}
    </header>
    {children}
  </section>
);

export const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
