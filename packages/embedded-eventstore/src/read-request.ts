import { compileFilter, type EventFilter } from './event-filter.ts';
import type { WireRead } from './protocol.ts';
import { invalidArgument } from './refusal.ts';

/** Events considered between two checkpoints, for each step of the client's checkpointInterval. */
const CONSIDERED_PER_INTERVAL = 32;

export interface ReadRequest {
  readonly source:
    | { readonly kind: 'stream'; readonly stream: string; readonly from: 'start' | 'end' | number }
    | { readonly kind: 'all'; readonly from: 'start' | 'end' | number };
  readonly backwards: boolean;
  /** Undefined for a subscription. */
  readonly count: number | undefined;
  readonly resolveLinks: boolean;
  readonly filter: EventFilter | undefined;
  /** Considered events between two checkpoints. */
  readonly checkpointEvery: number;
}

type Options = NonNullable<WireRead['options']>;

const sourceOf = ({ stream, all }: Options): ReadRequest['source'] => {
  if (stream) {
    const name = stream.identifier?.name?.toString('utf8') ?? '';
    if (name === '') throw invalidArgument('the stream name is empty');
    const from = stream.from === 'revision' ? Number(stream.revision ?? 0) : stream.from === 'end' ? 'end' : 'start';
    return { kind: 'stream', stream: name, from };
  }
  if (!all) throw invalidArgument('the request names neither a stream nor $all');
  if (all.from !== 'position') return { kind: 'all', from: all.from === 'end' ? 'end' : 'start' };
  const commit = Number(all.position?.commit ?? 0);
  const prepare = Number(all.position?.prepare ?? 0);
  if (commit === 0 && prepare === 0) return { kind: 'all', from: 'start' };
  // Commit and prepare are one number here; whoever mixes the two of different events names no event.
  return { kind: 'all', from: commit === prepare ? commit : Number.NaN };
};

const filterOf = ({ filter }: Options): EventFilter | undefined => {
  if (!filter) return undefined;
  const expression = filter.stream_name ?? filter.event_type;
  if (!filter.by || !expression) throw invalidArgument('the filter says neither stream name nor event type');
  const by = filter.by === 'stream_name' ? 'stream-name' : 'event-type';
  const { regex = '', prefix = [] } = expression;
  try {
    return compileFilter({ by, regex, prefixes: prefix });
  } catch (error) {
    throw invalidArgument(`the filter's regular expression is not understood: ${(error as Error).message}`);
  }
};

/** Throws a Refusal for what this server does not do. */
export const parseRead = ({ options }: WireRead): ReadRequest => {
  if (!options) throw invalidArgument('the request has no options');
  if (options.uuid_form?.form === 'structured')
    throw invalidArgument('event ids are given as text only: ask for the text form');
  const source = sourceOf(options);
  const backwards = options.direction === 1;
  const count = options.until === 'count' ? Number(options.count ?? 0) : undefined;
  if (options.until === undefined) throw invalidArgument('the request says neither a count nor a subscription');
  if (count === 0) throw invalidArgument('a read of 0 events: ask for at least 1');
  if (count === undefined && backwards) throw invalidArgument('a subscription goes forwards only');
  if (count !== undefined && source.kind === 'stream' && source.from === 'end' && !backwards)
    throw invalidArgument('a read forwards from the end of a stream: read backwards, or subscribe');
  const { max, checkpoint_interval: interval } = options.filter ?? {};
  return {
    source,
    backwards,
    count,
    resolveLinks: options.resolve_links ?? false,
    filter: filterOf(options),
    checkpointEvery: Math.max(1, interval ?? 1) * (max && max > 0 ? max : CONSIDERED_PER_INTERVAL),
  };
};
