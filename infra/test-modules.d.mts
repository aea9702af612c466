export interface SuiteModules {
  load(path: string): Promise<{ readonly namespace: Readonly<Record<string, unknown>> }>;
  end(): void;
}
export const createModules: (
  mapped: readonly (readonly [pattern: string, path: string])[],
  globals: Readonly<Record<string, unknown>>,
) => SuiteModules;
