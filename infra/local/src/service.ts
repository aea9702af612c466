/** A backing service that runs: its address with credentials, and how it ends. */
export interface Service {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Where it shows its metrics, for one that shows any by itself. */
  readonly metrics?: string;
  /** Ends it in its own orderly way and waits until it is gone. */
  stop(): Promise<void>;
  /** Resolves when it is gone, expected or not. */
  readonly exited: Promise<void>;
  lastLines(): string;
}
