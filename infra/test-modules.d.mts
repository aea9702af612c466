type Exported = Readonly<Record<string, unknown>>;

/** Loads a module by its path, with what it imports. */
export const createModules: (
  mapped: readonly (readonly [pattern: string, path: string])[],
  given: Readonly<Record<string, Exported>>,
) => (path: string) => Promise<{ readonly namespace: Exported }>;
