export const words = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  nobody: 'nobody',
} as const;

export const pages = {
  board: 'Board',
  order: 'Order',
  floor: 'Shop floor',
  stuck: 'Stuck and late',
  'time-machine': 'Time machine',
  durations: 'Durations',
  'lead-times': 'Lead times',
  flow: 'Flow',
  pricing: 'Pricing',
  projections: 'Projections',
  system: 'System',
} as const;

export const frame = {
  pin: 'Keep the names open',
  unpin: 'Show icons only',
  navigation: 'Pages',
  search: 'Order, customer or command',
  theme: 'Theme',
  light: 'Light',
  dark: 'Dark',
  'as-system': 'As the system',
  language: 'Language',
  shortcuts: 'Keyboard shortcuts',
  reference: 'API reference',
  'sign-out': 'Sign out',
  'plant-time': 'The plant’s time, {zone}',
  'no-page': 'There is no such page',
  'no-page-says': 'The address may be old, or mistyped.',
  'to-board': 'To the board',
  skip: 'Skip to the content',
} as const;

export const freshness = {
  live: 'Live',
  opening: 'Connecting',
  behind: '{age} behind',
  unknown: 'Freshness not known',
  stale: 'Stale since {time}',
  'live-says': 'Everything in the ledger is shown; changes come by themselves.',
  'behind-says': 'The tables are {age} behind the ledger.',
  'stale-line':
    'No connection since {time}. What stands here is as old as that; it is tried again by itself, and nothing you typed is lost.',
  'stale-says': 'The connection is lost. It is tried again by itself; what is shown is as old as this.',
} as const;

export const shortcuts = {
  palette: 'Find an order, a page or a command',
  next: 'Next order',
  previous: 'Previous order',
  open: 'Open the order beside the list, then whole',
  close: 'Close what is open',
  find: 'Find in the list',
  'take-next': 'On the shop floor: take the next order',
  'next-step': 'On the shop floor: what comes next with the order',
  help: 'These shortcuts',
} as const;

export const palette = {
  title: 'Find',
  field: 'Order, customer, page or command',
  pages: 'Pages',
  orders: 'Orders',
  commands: 'Commands',
  'of-order': 'Order {order}',
  'no-order': 'No order has exactly this id, reference or customer',
  'type-whole': 'Orders are found by their whole id, external reference or customer',
  searching: 'Looking …',
} as const;

export const session = {
  title: 'Sign in',
  'who-are-you': 'Who are you?',
  'development-says': 'Development: no password is asked for. This list exists on this machine alone.',
  'find-person': 'Name or role',
  'no-person': 'Nobody here has this name or role',
  'oidc-says': 'You sign in at {authority}, and come back here.',
  'oidc-go': 'Sign in',
  'signing-in': 'Signing in …',
  again: 'Your session has ended',
  'again-says': 'What you have typed is still here. Sign in to go on.',
  last: 'last time',
  'as-same': 'Go on as {name}',
  'as-other': 'Somebody else',
  failed: 'The sign-in did not work',
} as const;

export const problem = {
  unreachable: 'No connection',
  'unreachable-says': 'The server did not answer. Nothing that you typed is lost; try again in a moment.',
  code: 'Code',
  correlation: 'Correlation id',
  retry: 'Try again',
  copy: 'Copy the correlation id',
  forbidden: 'This is not for your role',
  'forbidden-says': 'A lead of the MES, the CRM or an administrator sees it.',
  help: {
    'cursor-invalid': 'The list has changed its form since: it begins again at its first page.',
    unauthorized: 'Sign in again.',
    'route-forbidden': 'Your role does not see this. A lead or an administrator does.',
    'rate-limited': 'Wait a moment, then try again.',
  },
} as const;

export const duration = {
  d: '{value, number} d',
  h: '{value, number} h',
  m: '{value, number} m',
  s: '{value, number} s',
  ms: '{value, number} ms',
} as const;

export const age = {
  of: 'of {limit}',
  calm: 'Within its limit',
  warn: 'Near its limit',
  late: 'Past its limit',
} as const;
