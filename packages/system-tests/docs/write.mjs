// Writes the tables of docs/security.md that stand in code already; `npm run docs` compiles them first. With --print the
// page goes to standard output instead, for the test that holds the file against it.
import { readFileSync, writeFileSync } from 'node:fs';
import { COMMAND_ROUTES, KEY_ROUTES, TEXT_READERS, TEXT_ROUTE } from '../../command-api/dist/http/access.js';
import { ROLE_NAMES, ROLES } from '../../domain/dist/grants.js';
import { SIGHT } from '../../domain/dist/sight.js';
import { QUERY_ROUTES } from '../../query-api/dist/http/query-routes.js';

const FILE = new URL('../../../docs/security.md', import.meta.url);

const SEES = {
  everything: 'all orders',
  house: 'those without a partner',
  carrier: 'those that its carrier was asked to carry',
};
const TOKENS = {
  'admin-alone': 'with the role `admin`',
  'text-readers': `with one of the roles ${TEXT_READERS.map((role) => `\`${role}\``).join(', ')}`,
  'known-role': 'with a role of the table above',
  'seeing-some': 'who sees any orders',
  'but-carriers': 'who sees any orders, no carrier',
  'seeing-all': 'who sees all orders',
};
const ORDERS = { own: 'that the caller sees', new: 'a new one', next: 'the best that is ready', all: 'all', none: '–' };

const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');

const routes = (api, all) =>
  all.map(({ method = 'GET', path, access: { partners, tokens, orders } }) => [
    api,
    `\`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}\``,
    partners === null ? 'closed' : `\`${partners}\``,
    TOKENS[tokens],
    ORDERS[orders],
  ]);

const TABLES = {
  roles: table(
    ['Role', 'Speaks for', 'Carried by', 'Sees'],
    ROLE_NAMES.map((role) => {
      const { system, serviceOnly } = ROLES[role];
      return [`\`${role}\``, system, serviceOnly ? 'services alone' : 'people, services', SEES[SIGHT[role]]];
    }),
  ),
  routes: table(
    ['Interface', 'Route', "Scope of a partner's key", 'Tokens', 'Orders'],
    [
      ...routes('command-api', [...COMMAND_ROUTES, TEXT_ROUTE, ...KEY_ROUTES]),
      ...routes('query-api', Object.values(QUERY_ROUTES)),
    ],
  ),
};

const written = Object.entries(TABLES).reduce(
  (page, [name, text]) => {
    const [begin, end] = [`<!-- ${name}: made by \`npm run docs\` -->`, `<!-- end of ${name} -->`];
    const [before, rest] = page.split(begin);
    const after = rest?.split(end)[1];
    if (after === undefined) throw new Error(`docs/security.md has no place for the table of ${name}`);
    return `${before}${begin}\n${text}\n${end}${after}`;
  },
  readFileSync(FILE, 'utf8'),
);

if (process.argv.includes('--print')) process.stdout.write(written);
else writeFileSync(FILE, written);
