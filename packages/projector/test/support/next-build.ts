export { NEW } from './changed-modules.ts';

/**
 * Every module once more, as a build has it whose graph knows one more status, a command with an event that leads there,
 * and the way on from there. To Node a module with a query is another one, and so is what it imports (see
 * infra/test-modules.mjs).
 */
export const loadNextBuild = async () => {
  const { changedModules } = (await import(
    `./changed-modules.ts${'?build=next'}`
  )) as typeof import('./changed-modules.ts');
  return changedModules();
};
