/**
 * Part of every measure and price. It changes whenever the same file could measure differently, so that a stored measure
 * is never taken for one that this engine would make.
 */
export const ENGINE_VERSION = '2.5.0';
