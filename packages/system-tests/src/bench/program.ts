import { parseArgs } from 'node:util';

/** Limits that protect the product from its callers: a load generator is one caller, and is meant to reach the others. */
export const UNLIMITED = {
  ADDRESS_LIMIT_PER_SECOND: '1000000',
  TOKEN_LIMIT_PER_SECOND: '1000000',
  CALLER_LIMIT_PER_SECOND: '1000000',
} as const;

/** What of its work a system under load records: nothing, all of it, or a tenth. */
export const TELEMETRY = ['off', 'on', 'sampled'] as const;
export type Telemetry = (typeof TELEMETRY)[number];

/** For a system that keeps its spans. */
export const telemetryVariables = (telemetry: Telemetry): Readonly<Record<string, string>> =>
  ({
    off: { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
    on: {},
    sampled: { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' },
  })[telemetry] as Readonly<Record<string, string>>;

const telemetryOf = (text: string): Telemetry => {
  const found = TELEMETRY.find((each) => each === text);
  if (found === undefined) throw new Error(`--telemetry is one of ${TELEMETRY.join(', ')}, not "${text}"`);
  return found;
};

/**
 * The options of a benchmark: figures above 0 with the default of each, and the two that every one has.
 *
 * @throws Error for one that there is not, and for what is no such figure
 */
export const benchOptions = <Name extends string>(
  defaults: Readonly<Record<Name, number>>,
  /** What may be said beside them. */
  takes?: 'telemetry',
): { readonly json: boolean; readonly profile: boolean; readonly telemetry: Telemetry } & Readonly<
  Record<Name, number>
> => {
  const names = Object.keys(defaults) as Name[];
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      ...(takes === undefined ? {} : { [takes]: { type: 'string' } as const }),
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const)),
    },
  });
  const given = values as Readonly<Record<string, string | boolean | undefined>>;
  const figureOf = (name: Name): number => {
    const text = given[name];
    const value = text === undefined ? defaults[name] : Number(text);
    if (!(value > 0)) throw new Error(`--${name} is a number above 0, not "${text}"`);
    return value;
  };
  const figures = Object.fromEntries(names.map((name) => [name, figureOf(name)])) as Record<Name, number>;
  return {
    json: given.json === true,
    profile: given.profile === true,
    telemetry: telemetryOf(String(given.telemetry ?? 'off')),
    ...figures,
  };
};

interface Result {
  readonly figures: Readonly<Record<string, unknown>>;
  readonly ratios: Readonly<Record<string, number>>;
}

export const print = (result: Result, json: boolean): void =>
  void process.stdout.write(`${json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`);

export const progress = (line: string): void => void process.stderr.write(`${line}\n`);
