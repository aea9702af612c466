import { Dialog as Base } from 'radix-ui';
import type { ReactNode } from 'react';
import './dialog.css';

interface DialogProps {
  open: boolean;
  /** Escape, or a press beside it; absent: it must be answered. */
  onClose?: () => void;
  title: string;
  /** The title is for those who listen; what is in it shows what it is. */
  titleHidden?: boolean;
  says?: ReactNode;
  width?: number;
  children?: ReactNode;
  deeds?: ReactNode;
}

/** Radix's overlay would write a style element into the page, which the CSP forbids; the scrim is our own. */
export const Dialog = ({ open, onClose, title, titleHidden = false, says, width, children, deeds }: DialogProps) => (
  <Base.Root open={open} onOpenChange={(next) => !next && onClose?.()}>
    <Base.Portal>
      <div className="dialog-scrim" aria-hidden="true" />
      <Base.Content
        className="dialog"
        data-bare={titleHidden || undefined}
        style={width === undefined ? undefined : ({ '--dialog-width': `${width}px` } as React.CSSProperties)}
        {...(says === undefined ? { 'aria-describedby': undefined } : {})}
        onEscapeKeyDown={(event) => onClose === undefined && event.preventDefault()}
        onInteractOutside={(event) => onClose === undefined && event.preventDefault()}
      >
        <Base.Title className={titleHidden ? 'only-read' : undefined}>{title}</Base.Title>
        {says !== undefined && (
          <Base.Description asChild>
            <div className="dialog-says">{says}</div>
          </Base.Description>
        )}
        {titleHidden ? children : children !== undefined && <div className="dialog-body">{children}</div>}
        {deeds !== undefined && <div className="dialog-deeds">{deeds}</div>}
      </Base.Content>
    </Base.Portal>
  </Base.Root>
);
