export const flow = {
  title: 'Flow',
  graph: 'How orders go',
  says: 'Figures in a status: orders there now. On a way: how many took it, and the share of those that left. A press shows them.',
  now: 'Active now',
  rework: 'Made again',
  'rework-says': '{again, number} of {begun, number} times that manufacturing began, it began again',
  stopped: 'Stopped',
  came: '{count, plural, one {# order} other {# orders}} came here in this time',
  mean: '{duration} on average',
  'came-short': '{count, plural, one {# came} other {# came}} in this time',
  'way-name': '{from} → {to}:',
  way: '{from} → {to}: {count, plural, one {# order} other {# orders}}, {share} of those that left, median {duration}',
} as const;
