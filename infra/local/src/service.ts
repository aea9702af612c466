/** A backing service that runs: its address with credentials, and how it ends. */
export interface Service {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  /** Ends it in its own orderly way and waits until it is gone. */
  stop(): Promise<void>;
  /** Resolves when it is gone, expected or not. */
  readonly exited: Promise<void>;
  lastLines(): string;
}
