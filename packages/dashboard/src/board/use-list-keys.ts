import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Order } from '../api/shapes.ts';
import { isCovered, isTyping } from '../app/keys.ts';

interface ListKeys {
  orders: readonly Order[];
  opened: string | undefined;
  onOpen: (order: Order) => void;
  onOpenWhole: (order: Order) => void;
  onClose: () => void;
  field: RefObject<HTMLInputElement | null>;
}

/** Letters by their place on the keyboard: they are the same while Russian is typed. */
const STEPS: Readonly<Record<string, number>> = { KeyJ: 1, ArrowDown: 1, KeyK: -1, ArrowUp: -1 };
const FAR: Readonly<Record<string, number>> = { PageDown: 20, PageUp: -20, End: Infinity, Home: -Infinity };

/** The keys of the list: they work wherever the focus is, but in a field or under a dialog. */
export const useListKeys = (options: ListKeys) => {
  const [at, setAt] = useState<string | undefined>(options.opened);
  // What is opened by the pointer is where the keys go on.
  useEffect(() => {
    if (options.opened !== undefined) setAt(options.opened);
  }, [options.opened]);
  const newest = useRef({ ...options, at });
  useEffect(() => {
    newest.current = { ...options, at };
  });

  const step = (by: number): void => {
    const { orders, at: now, opened, onOpen } = newest.current;
    if (orders.length === 0) return;
    const from = orders.findIndex(({ order_id }) => order_id === (opened ?? now));
    const index = from < 0 ? 0 : Math.min(orders.length - 1, Math.max(0, from + by));
    const order = orders[index];
    if (order === undefined) return;
    setAt(order.order_id);
    // With the panel open the keys leaf through the orders.
    if (opened !== undefined) onOpen(order);
  };

  const press = (event: KeyboardEvent): void => {
    const { orders, at: now, opened, onOpen, onOpenWhole, onClose, field } = newest.current;
    const by = STEPS[event.code] ?? FAR[event.code];
    const order = orders.find(({ order_id }) => order_id === now);
    if (by !== undefined) step(by);
    else if (event.key === '/') field.current?.focus();
    else if (event.key === 'Escape' && opened !== undefined) onClose();
    else if (event.key === 'Enter' && order !== undefined && !isControl(event.target)) {
      if (opened === order.order_id) onOpenWhole(order);
      else onOpen(order);
    } else return;
    event.preventDefault();
  };

  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) return;
      press(event);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });

  return at;
};

/** Enter presses a button or follows a link; it opens no order then. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a') !== null;
