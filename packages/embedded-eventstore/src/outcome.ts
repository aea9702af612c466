export interface Done {
  readonly kind: 'done';
  /** Revision of the last event; undefined when the stream has none. */
  readonly revision: number | undefined;
  readonly position: number | undefined;
}

export type Refused =
  | { readonly kind: 'stream-deleted' }
  /** `actual` is −1 for a stream without events. */
  | { readonly kind: 'wrong-expected-version'; readonly actual: number }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'invalid' | 'denied'; readonly reason: string }
  /** Not answered within its deadline: it may be stored or not. */
  | { readonly kind: 'deadline-exceeded' }
  /** The store cannot write any more: it may be stored or not. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What became of a write, once it is durable or known to be refused. */
export type Outcome = Done | Refused;
