import createManifold, { type Manifold, type Mesh } from 'manifold-3d';

/**
 * The geometry kernel, in WebAssembly: one thread and the arithmetic of the standard, so that it gives the same bits on
 * every machine. It is ready when this module is.
 */
export const kernel = await createManifold();
kernel.setup();

export type { Manifold, Mesh };
