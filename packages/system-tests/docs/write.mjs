// Writes the tables of pages that stand in code already; `npm run docs` compiles them first. With --print FILE that page
// goes to standard output instead, for the test that holds the file against it.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  COMMAND_ROUTES,
  KEY_ROUTES,
  MENDERS,
  RETRY_ROUTE,
  TEXT_READERS,
  TEXT_ROUTE,
} from '../../command-api/dist/http/access.js';
import { ROLE_NAMES, ROLES } from '../../domain/dist/grants.js';
import { SIGHT } from '../../domain/dist/sight.js';
import { schemaOf } from '../../platform/dist/http/openapi.js';
import { LIST_FILTERS } from '../../query-api/dist/http/list-filters.js';
import { QUERY_ROUTES } from '../../query-api/dist/http/query-routes.js';
import { DETAIL_FIELDS, isShown, ORDER_FIELDS } from '../../query-api/dist/presentation/order-fields.js';
import { FILTER_NAMES, isTodays } from '../../read-model/dist/reading/list-filters.js';

const ROOT = new URL('../../../', import.meta.url);

const SEES = {
  everything: 'all orders',
  house: 'those without a partner',
  carrier: 'those that its carrier was asked to carry',
};
const TOKENS = {
  'admin-alone': 'with the role `admin`',
  'text-readers': `with one of the roles ${TEXT_READERS.map((role) => `\`${role}\``).join(', ')}`,
  menders: `with one of the roles ${MENDERS.map((role) => `\`${role}\``).join(', ')}`,
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

const told = (schema) => schemaOf(schema, 'input').description ?? '–';
const STRANGERS = ['partner', 'carrier'];
const shown = (names) => STRANGERS.map((stranger) => (names.every((name) => isShown(name, stranger)) ? 'yes' : 'no'));
const AUDIENCES = { 'staff, partners, carriers': 'yes yes', 'staff, partners': 'yes no', staff: 'no no' };
const fieldsOf = (all, audience) =>
  Object.keys(all)
    .filter((name) => shown([name]).join(' ') === AUDIENCES[audience])
    .map((name) => `\`${name}\``)
    .join(', ');

const PAGES = {
  'docs/security.md': {
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
        ...routes('command-api', [...COMMAND_ROUTES, TEXT_ROUTE, RETRY_ROUTE, ...KEY_ROUTES]),
        ...routes('query-api', Object.values(QUERY_ROUTES)),
      ],
    ),
  },
  'docs/read-model.md': {
    filters: table(
      ['Filter', 'Meaning', 'Partner', 'Carrier', '`as_of`, stream'],
      FILTER_NAMES.map((name) => {
        const { parameter, tells } = LIST_FILTERS[name];
        return [`\`${name}\``, told(parameter), ...shown(tells), isTodays(name) ? 'no' : 'yes'];
      }),
    ),
    fields: table(
      ['Shown to', 'In lists and of one order', 'Of one order'],
      Object.keys(AUDIENCES).map((who) => [who, fieldsOf(ORDER_FIELDS, who), fieldsOf(DETAIL_FIELDS, who) || '–']),
    ),
  },
};

const written = (file) =>
  Object.entries(PAGES[file]).reduce(
    (page, [name, text]) => {
      const [begin, end] = [`<!-- ${name}: made by \`npm run docs\` -->`, `<!-- end of ${name} -->`];
      const [before, rest] = page.split(begin);
      const after = rest?.split(end)[1];
      if (after === undefined) throw new Error(`${file} has no place for the table of ${name}`);
      return `${before}${begin}\n${text}\n${end}${after}`;
    },
    readFileSync(new URL(file, ROOT), 'utf8'),
  );

const [option, printed] = process.argv.slice(2);
if (option === '--print') process.stdout.write(written(printed));
else for (const file of Object.keys(PAGES)) writeFileSync(new URL(file, ROOT), written(file));
