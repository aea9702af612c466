import type { Texts } from '../texts.ts';

export const board: Texts['board'] = {
  title: 'Доска',
  active: '{count, plural, one {# активный} few {# активных} many {# активных} other {# активных}}',
};
