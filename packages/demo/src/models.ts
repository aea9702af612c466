import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { block, ring, stl, tray } from './closed-bodies.ts';

const require = createRequire(import.meta.url);

/** A file that a package ships beside its code. */
const shipped = (packageName: string, file: string): Source => ({
  filename: file.split('/').at(-1) ?? file,
  bytes: () => readFile(join(dirname(require.resolve(`${packageName}/package.json`)), file)),
});
const made = (filename: string, bytes: (seed: number) => Buffer): Source => ({
  filename,
  bytes: async (seed) => bytes(seed),
});

interface Source {
  filename: string;
  /** @param seed another one gives another body where the source makes its own */
  bytes(seed: number): Promise<Buffer>;
}

/**
 * The models that are ordered: real ones out of the packages node-stl and stl (MIT), and bodies of our own. `new-ring`
 * is another body for every seed, so that its price is never in the cache, and so fine that its price takes long.
 */
export const MODELS = {
  wally: shipped('node-stl', 'test/test_data/WALLY_1plate.stl'),
  case: shipped('node-stl', 'test/test_data/RasPiCaseLight.stl'),
  'small-box': shipped('node-stl', 'test/test_data/box_2x3x4.stl'),
  cube: shipped('stl', 'test/binary/cube.stl'),
  'cube-with-hole': shipped('stl', 'test/binary/cube-20mm-with-hole.stl'),
  /** 97 open edges, and inside out. */
  shark: shipped('stl', 'test/binary/shark.stl'),
  block: made('block.stl', () => stl(block(40, 30, 12))),
  /** Thinner than FDM brings out whole, and no thinner than it brings out at all: priced with its risk. */
  'thin-plate': made('plate.stl', () => stl(block(40, 30, 0.6))),
  tray: made('tray.stl', () => stl(tray(60, 45, 20, 3))),
  'new-ring': made('ring.stl', (seed) => stl(ring(30 + seed, 18, 14, 8_000))),
} as const satisfies Record<string, Source>;
export type ModelName = keyof typeof MODELS;

export interface ModelFile {
  filename: string;
  bytes: Buffer;
}

/** @param seed a number from 0 to 1 */
export const modelFile = async (name: ModelName, seed: number): Promise<ModelFile> => {
  const { filename, bytes } = MODELS[name];
  return { filename, bytes: await bytes(seed) };
};
