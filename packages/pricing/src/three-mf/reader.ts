import { type Fault, faultOf } from '../fault.ts';
import type { MeshItem } from '../mesh-items.ts';
import type { FileFault, TriangleSink } from '../triangle-sink.ts';
import { expand } from './expand.ts';
import { LIMITS } from './limits.ts';
import type { MeshBudget } from './mesh-builder.ts';
import { type ModelPart, modelPartReader } from './model-part.ts';
import { nodesOf, partNamed } from './nodes.ts';
import { otherArchive, rootModelOf } from './package.ts';
import { composed, type Transform } from './transform.ts';
import { shown, UnreadableError, unreadable } from './unreadable.ts';
import { type Zip, zipOf } from './zip.ts';

const OTHERS = {
  office:
    'The file is a document of Office, which holds no body; only STL, OBJ and 3MF are priced today. Upload the model itself.',
  freecad:
    'The file is a document of FreeCAD (FCStd); only STL, OBJ and 3MF are priced today. Select the part in FreeCAD and export it: File, Export, STL or 3MF.',
  fusion:
    'The file is a design of Fusion (F3D); only STL, OBJ and 3MF are priced today. Open it in Fusion and save the body as a mesh: right click, Save As Mesh, 3MF or STL.',
  usdz: 'The file is USDZ; only STL, OBJ and 3MF are priced today. Open it in the program that wrote it and export the model as STL.',
  zip: 'The file is a zip archive that holds no 3MF; only STL, OBJ and 3MF are priced today. Unpack it and upload the model that is in it.',
} as const;

/** All parts of a model, by their names in the archive: the one that it begins with, and those whose objects it places. */
const partsOf = (zip: Zip, root: string, maxTriangles: number): Map<string, ModelPart> => {
  const budget: MeshBudget = { maxTriangles, triangles: 0, corners: 0 };
  const parts = new Map<string, ModelPart>();
  const read = (name: string): ModelPart => {
    if (parts.size >= LIMITS.parts) throw unreadable(`The model has more than ${LIMITS.parts} parts`);
    const reader = modelPartReader(name, budget, name === root);
    zip.read(name, reader.push);
    const part = reader.end();
    parts.set(name, part);
    return part;
  };
  const { unit, objects, items } = read(root);
  for (const { path } of [...[...objects.values()].flatMap(({ components }) => components ?? []), ...items]) {
    const name = partNamed(zip, path, root);
    if (parts.has(name)) continue;
    if (!zip.has(name)) throw unreadable(`It names the part "${shown(path ?? '')}", which is not in the file`);
    const part = read(name);
    if (part.unit !== unit) throw unreadable(`"${shown(name)}" has another unit than the model that names it`);
    const deeper = [...part.objects.values()].flatMap(({ components }) => components ?? []);
    if (deeper.some((one) => one.path !== null && partNamed(zip, one.path, name) !== name))
      throw unreadable(`"${shown(name)}" names other parts, which only the first one may`);
  }
  return parts;
};

const read = (
  bytes: Uint8Array,
  maxTriangles: number,
  sink: TriangleSink,
): { triangles: number; warnings: Fault[]; items: MeshItem[] } => {
  const zip = zipOf(bytes);
  const other = otherArchive(zip);
  if (other !== null) throw new UnreadableError('UNSUPPORTED_FORMAT', OTHERS[other]);
  const root = rootModelOf(zip);
  const parts = partsOf(zip, root, maxTriangles);
  const nodeOf = nodesOf(zip, parts, root);
  const { unit, items } = parts.get(root)!;
  const inMm: Transform = [unit, 0, 0, 0, unit, 0, 0, 0, unit, 0, 0, 0];
  const build = items.flatMap((item) => {
    const node = nodeOf(item);
    if (node.type === 'other')
      throw unreadable(`The build names the object ${shown(item.id)}, which is not to be made`);
    return item.printable ? [{ node, transform: unit === 1 ? item.transform : composed(item.transform, inMm) }] : [];
  });
  const { triangles, leftOut, items: made } = expand(build, maxTriangles, sink);
  if (triangles === 0)
    throw new UnreadableError(
      'NO_TRIANGLES',
      'The 3MF places no body that is to be made: its plate is empty, or all that is on it is marked not to be printed. Put the model on the plate in your program and export it again.',
    );
  const warnings = [
    faultOf('SEVERAL_ITEMS', made.length > 1 ? made.length : 0, []),
    faultOf('LEFT_OUT', leftOut + items.length - build.length, []),
  ];
  return { triangles, warnings: warnings.filter((warning) => warning !== null), items: made };
};

const joined = (chunks: readonly Uint8Array[]): Uint8Array => {
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
};

/**
 * Reads 3MF: an archive whose list of files stands at its end, so it is kept whole until then. Triangles go to the sink in
 * millimetres, whatever unit the file is in.
 */
export const threeMfReader = (sink: TriangleSink, maxTriangles: number) => {
  let chunks: Uint8Array[] = [];
  return {
    push: (chunk: Uint8Array): void => void chunks.push(chunk),
    end(): { triangles: number; fault: FileFault | null; warnings: Fault[]; items: MeshItem[] } {
      const bytes = joined(chunks);
      chunks = [];
      try {
        return { fault: null, ...read(bytes, maxTriangles, sink) };
      } catch (error) {
        if (!(error instanceof UnreadableError)) throw error;
        return { triangles: 0, fault: error.fault, warnings: [], items: [] };
      }
    },
  };
};
