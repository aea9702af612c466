// Every metric that a package defines, as its compiled modules register it: they are loaded, and nothing is started.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const PACKAGES = fileURLToPath(new URL('../../packages/', import.meta.url));
const DEFINES = /\bdefineMetrics\(\{|\bnew (Gauge|Counter|Histogram)\(/;
/** The maker of metrics itself, and what no process has. */
const NONE = ['platform/dist/metrics.js', 'system-tests', 'testing', 'demo'];

const modulesOf = (name) => {
  const folder = `${PACKAGES}${name}/dist`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && DEFINES.test(readFileSync(`${folder}/${file}`, 'utf8')))
    .map((file) => `${name}/dist/${file}`)
    .filter((file) => !NONE.some((none) => file.startsWith(none)));
};

export const definedMetrics = async () => {
  const { registry } = await import('../../packages/platform/dist/metrics.js');
  const found = [];
  const seen = new Set();
  const take = async (from, of) => {
    for (const { name, type, help } of await from.getMetricsAsJSON()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const { labelNames } = from.getSingleMetric(name);
      found.push({ name, type, help, labels: [...labelNames], of });
    }
  };
  for (const name of readdirSync(PACKAGES).sort((a, b) => rank(a) - rank(b))) {
    for (const module of modulesOf(name)) {
      const loaded = await import(`${PACKAGES}${module}`);
      // The event store stands alone, with the registry of its library, and shows its gauges once it runs.
      if (name === 'embedded-eventstore') {
        loaded.watch({ log: { end: () => 0 }, failure: () => undefined }, new Set());
        const { register } = createRequire(`${PACKAGES}${name}/package.json`)('prom-client');
        await take(withoutDefaults(register), name);
      }
    }
    await take(registry, name);
  }
  return found;
};

/** A package's metrics are its own, not those of who loads it: what others stand on comes first. */
const RANKS = ['platform', 'ledger', 'messaging'];
const rank = (name) => (RANKS.includes(name) ? RANKS.indexOf(name) : RANKS.length);

const withoutDefaults = (register) => ({
  getMetricsAsJSON: async () =>
    (await register.getMetricsAsJSON()).filter(({ name }) => name.startsWith('eventstore_')),
  getSingleMetric: (name) => register.getSingleMetric(name),
});
