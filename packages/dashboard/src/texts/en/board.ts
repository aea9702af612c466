export const board = {
  title: 'Board',
  active: '{count, plural, one {# active} other {# active}}',
} as const;
