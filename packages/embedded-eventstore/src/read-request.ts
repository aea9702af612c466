import { compileFilter, type EventFilter } from './event-filter.ts';
import type { WireRead, WireReadOptions } from './protocol.ts';
import { invalidArgument } from './refusal.ts';

/** Events considered between two checkpoints, for each step of the client's checkpointInterval. */
const CONSIDERED_PER_INTERVAL = 32;

export interface ReadRequest {
  /** Undefined for $all. */
  readonly stream: string | undefined;
  /** A revision, or a position in $all; NaN where no event can stand. */
  readonly from: 'start' | 'end' | number;
  readonly backwards: boolean;
  /** Undefined for a subscription. */
  readonly count: number | undefined;
  readonly resolveLinks: boolean;
  readonly filter: EventFilter | undefined;
  /** Considered events between two checkpoints. */
  readonly checkpointEvery: number;
}

const sourceOf = ({ stream, all }: WireReadOptions): Pick<ReadRequest, 'stream' | 'from'> => {
  if (stream) {
    const name = stream.identifier?.name?.toString('utf8') ?? '';
    if (name === '') throw invalidArgument('the stream name is empty');
    const from = stream.from === 'revision' ? Number(stream.revision ?? 0) : stream.from === 'end' ? 'end' : 'start';
    return { stream: name, from };
  }
  if (!all) throw invalidArgument('the request names neither a stream nor $all');
  if (all.from !== 'position') return { stream: undefined, from: all.from === 'end' ? 'end' : 'start' };
  const commit = Number(all.position?.commit ?? 0);
  const prepare = Number(all.position?.prepare ?? 0);
  if (commit === 0 && prepare === 0) return { stream: undefined, from: 'start' };
  // Commit and prepare are one number here; whoever mixes the two of different events names no event.
  return { stream: undefined, from: commit === prepare ? commit : Number.NaN };
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
  if (count !== undefined && source.stream !== undefined && source.from === 'end' && !backwards)
    throw invalidArgument('a read forwards from the end of a stream: read backwards, or subscribe');
  const { max, checkpoint_interval: interval } = options.filter ?? {};
  return {
    ...source,
    backwards,
    count,
    resolveLinks: options.resolve_links ?? false,
    filter: options.filter && compileFilter(options.filter),
    checkpointEvery: Math.max(1, interval ?? 1) * (max || CONSIDERED_PER_INTERVAL),
  };
};
