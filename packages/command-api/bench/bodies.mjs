// What reading a command's body costs: the largest that fits, and bodies near the limit of bytes that do not fit, each
// beside JSON.parse of the same bytes. Usage: node bench/bodies.mjs [--json] [--runs N]
import { parseArgs } from 'node:util';
import { COMMAND_NAMES } from '@order-ledger/domain/bodies';
import { jsonBody } from '@order-ledger/platform/http/json-body';
import { MOST_VALUES, readBody } from '../dist/request-body.js';
import { largestBody } from './largest.mjs';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '15' } },
});
const runs = Number(values.runs);

/** As the door does it, what is refused with it. */
const read = (name, bytes) => {
  try {
    return readBody(name, jsonBody({ body: bytes }, MOST_VALUES[name]));
  } catch (error) {
    if (error?.name === 'ProblemError') return { errors: [error.message] };
    throw error;
  }
};

const parse = (_name, bytes) => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

const median = (figures) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];

const measured = (work) => {
  const figures = Array.from({ length: runs }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return { first: figures[0], median: median(figures) };
};

const UNFIT = {
  'empty items': `{"parcels":[${'{},'.repeat(340_000)}{}]}`,
  'empty items, as many as there may be': `{"parcels":[${'{},'.repeat(999)}{}]}`,
  'unknown keys': `{${Array.from({ length: 90_000 }, (_, n) => `"k${n}":1`).join()}}`,
  'one long key': `{"${'k'.repeat(1_000_000)}":1}`,
  'one long text': `{"note":"${'x'.repeat(1_000_000)}"}`,
  'no JSON': `[${','.repeat(1_000_000)}]`,
};

const CASES = [
  ...COMMAND_NAMES.map((name) => ({ label: name, name, text: JSON.stringify(largestBody(name)), fits: true })),
  ...Object.entries(UNFIT).map(([label, text]) => ({ label, name: 'CompletePackaging', text, fits: false })),
];

const rows = CASES.map(({ label, name, text, fits }) => {
  const bytes = Buffer.from(text);
  if ('errors' in read(name, bytes) === fits) throw new Error(`${label} ${fits ? 'does not fit' : 'fits'}`);
  const [own, bare] = [measured(() => read(name, bytes)), measured(() => parse(name, bytes))];
  return { label, bytes: bytes.length, ms: own.median, first_ms: own.first, parse_ms: bare.median };
});

if (values.json) {
  const figures = Object.fromEntries(rows.map(({ label, ...figures }) => [label, figures]));
  const ratios = Object.fromEntries(rows.map(({ label, ms, parse_ms }) => [label, ms / parse_ms]));
  process.stdout.write(`${JSON.stringify({ name: 'bodies', figures, ratios })}\n`);
} else {
  for (const { label, bytes, ms, parse_ms } of rows.sort((a, b) => b.ms - a.ms)) {
    process.stdout.write(
      `${label.padEnd(40)} ${String(bytes).padStart(8)} bytes ${ms.toFixed(2).padStart(8)} ms, JSON.parse ${parse_ms.toFixed(2)} ms\n`,
    );
  }
}
