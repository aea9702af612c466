import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** What would stand here, and how it comes. */
  children: ReactNode;
  deeds?: ReactNode;
}

export const EmptyState = ({ icon, title, children, deeds }: EmptyStateProps) => (
  <div className="empty-state">
    {icon}
    <h2>{title}</h2>
    <p>{children}</p>
    {deeds !== undefined && <div className="empty-state-deeds">{deeds}</div>}
  </div>
);
