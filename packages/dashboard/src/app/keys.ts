/** Whether keys are meant for a field, and so are no shortcuts. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Whether something lies over the page that keys are meant for. */
export const isCovered = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** Letters by where they are, so that the shortcuts work while Russian is typed too. */
export const SHORTCUTS = [
  { id: 'palette', keys: ['Ctrl K'] },
  { id: 'next', keys: ['J', '↓'] },
  { id: 'previous', keys: ['K', '↑'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'find', keys: ['/'] },
  { id: 'close', keys: ['Esc'] },
  { id: 'take-next', keys: ['T'] },
  { id: 'next-step', keys: ['N'] },
  { id: 'help', keys: ['?'] },
] as const;
