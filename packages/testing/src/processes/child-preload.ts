const PRELOAD = new URL('preload-in-children.mjs', import.meta.url);

/** The environment in which what a process forks loads this module before its program. */
export const childPreload = (module: URL): Record<string, string> => ({
  NODE_OPTIONS: `--import=${PRELOAD.href}`,
  CHILD_PRELOAD: module.href,
});
