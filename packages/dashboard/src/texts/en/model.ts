/** The model of an order: how it looks and what is wrong with it. */
export const model = {
  title: 'Model',
  none: 'No model is attached yet.',
  show: 'Show in 3D',
  hide: 'Hide',
  loading: 'Loading the model',
  triangles: '{count, plural, one {# triangle} other {# triangles}}',
  picture:
    'The model in three dimensions, {size}, {count, plural, =0 {without faults} one {with # fault} other {with # faults}}',
  view: 'View',
  nearer: 'Nearer',
  farther: 'Farther',
  reset: 'As it was at first',
  again: 'Try again',
  grid: 'grid of {step} mm',
  keys: 'Turn it by dragging, or by the arrow keys; + and − bring it nearer, Home puts it back. Page Down goes to the next place.',
  simplified: 'The picture is simplified; the model has {count, plural, one {# triangle} other {# triangles}}.',
  places: '{count, plural, one {# place with a fault} other {# places with faults}}',
  place: 'Place {at, number} of {count, number}',
  'next-place': 'Next place',
  'previous-place': 'Previous place',
  faults: 'What is wrong with the model',
  'no-faults': 'Nothing is wrong with it.',
  'not-in-picture':
    'Its faces are not marked: it was found when the price was calculated, and the picture is simplified.',
  times: '× {count, number}',
  refuses: 'It is refused for this.',
  warns: 'A warning.',
  'unknown-fault': 'Show this code to an engineer.',
  'no-webgl':
    'This browser does not draw in three dimensions: WebGL is switched off, or its graphics do not allow it. What is wrong with the model stands below.',
  'no-preview': 'Of this model there is no picture. What is wrong with it stands below.',
} as const;
