import { type PrivateSystem, ROOT, startPrivateSystem } from '../../src/private-system.ts';

/** What each process of the shared system is told. */
export const toldTo = new Map<string, Readonly<Record<string, string>>>();
let starting: Promise<PrivateSystem> | null = null;

/** One system for the tests of a file that spoil it for none of the others; started when the first of them asks. */
export const sharedSystem = (): Promise<PrivateSystem> => {
  starting ??= startPrivateSystem(
    (name, env) => {
      toldTo.set(name, env);
      return {};
    },
    { root: ROOT, keepsSpans: true },
  );
  return starting;
};

export const stopSharedSystem = async (): Promise<void> => (await starting)?.stop();
