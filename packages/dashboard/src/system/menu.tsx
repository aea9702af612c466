import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Fragment, type ReactNode } from 'react';
import './menu.css';

export interface MenuEntry {
  id: string;
  name: ReactNode;
  icon?: ReactNode;
  /** Of a choice: whether it is the chosen one. */
  chosen?: boolean;
  /** Why it cannot be chosen now; it is listed all the same. */
  notNow?: string | undefined;
  why?: string | undefined;
  danger?: boolean;
  keys?: ReactNode;
  onChoose: () => void;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
}

interface MenuProps {
  trigger: ReactNode;
  groups: readonly MenuGroup[];
  align?: 'start' | 'end';
  label?: string;
}

const Entry = ({ entry }: { entry: MenuEntry }) => {
  const { name, icon, chosen, notNow, why = notNow, danger, keys, onChoose } = entry;
  return (
    <DropdownMenu.Item
      className={danger ? 'menu-entry menu-entry-danger' : 'menu-entry'}
      disabled={notNow !== undefined}
      onSelect={onChoose}
      {...(chosen === undefined ? {} : { role: 'menuitemradio', 'aria-checked': chosen })}
    >
      <span aria-hidden="true">{chosen ? <Check /> : icon}</span>
      <span>
        {name}
        {why !== undefined && <span className="menu-why">{why}</span>}
      </span>
      {keys}
    </DropdownMenu.Item>
  );
};

/** Not modal: a modal one would write a style element into the page, which the CSP forbids. */
export const Menu = ({ trigger, groups, align = 'start', label }: MenuProps) => (
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content className="menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label}>
        {groups.map(({ id, title, entries }, at) => (
          <Fragment key={id}>
            {at > 0 && <DropdownMenu.Separator className="menu-line" />}
            <DropdownMenu.Group aria-label={title}>
              {title !== undefined && (
                <DropdownMenu.Label className="menu-title section-title">{title}</DropdownMenu.Label>
              )}
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </DropdownMenu.Group>
          </Fragment>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
