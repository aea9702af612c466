// What of the measure is own code, beside the library that could do it, on the same triangles: volume and area, slices, corners,
// rays. Each answers the same question; its result stands beside its time.
import manifold from 'manifold-3d';
import { BufferAttribute, BufferGeometry, Ray, Vector3 } from 'three';
import { MeshBVH } from 'three-mesh-bvh';
import { bodyOf, facesOf, volumeOf } from '../dist/body.js';
import { bvhOf } from '../dist/bvh.js';
import { weld } from '../dist/corners.js';
import { frameOf, UPRIGHT } from '../dist/directions.js';
import { sliceBody } from '../dist/layers.js';
import { parseModel } from '../dist/model-file.js';
import { surfaceOf } from '../dist/surface.js';
import { SHAPES } from './shapes.mjs';

const kernel = await manifold();
kernel.setup();

const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** Seconds of a processor, and what came out. */
const timed = (work) => {
  const began = seconds();
  const result = work();
  return { seconds: Math.round(1000 * (seconds() - began)) / 1000, result };
};

const LAYER = 0.2;
const RAYS = 8_000;

/** Of one shape: each question with both answers. */
const compared = (shape, triangles) => {
  const bytes = SHAPES[shape](triangles);
  const surface = surfaceOf(parseModel(bytes).mesh);
  const { vertexOf } = surface;
  const faces = facesOf(surface, 1);
  const body = bodyOf(faces, 2e-6);
  const frame = frameOf(body, UPRIGHT);
  const vertices = new Float32Array(3 * (vertexOf.reduce((most, vertex) => Math.max(most, vertex), 0) + 1));
  for (const [face, inFile] of faces.inFile.entries())
    for (let corner = 0; corner < 3; corner++)
      vertices.set(
        faces.positions.subarray(9 * face + 3 * corner, 9 * face + 3 * corner + 3),
        3 * vertexOf[3 * inFile + corner],
      );
  const triVerts = Uint32Array.from(
    { length: 3 * faces.inFile.length },
    (_, at) => vertexOf[3 * faces.inFile[Math.floor(at / 3)] + (at % 3)],
  );

  const mesh = new kernel.Mesh({ numProp: 3, vertProperties: vertices, triVerts });
  const made = timed(() => new kernel.Manifold(mesh));
  const solid = made.result;
  const heights = Array.from(
    { length: Math.ceil((frame.high[2] - frame.low[2]) / LAYER) },
    (_, n) => frame.low[2] + (n + 0.5) * LAYER,
  );
  const own = {
    volume: timed(() => volumeOf(faces)),
    slices: timed(() => sliceBody(body, frame, LAYER).areas.reduce((sum, area) => sum + area * LAYER, 0)),
    corners: timed(() => weld(faces.positions).vertices),
    tree: timed(() => bvhOf(body)),
  };
  const library = {
    volume: timed(() => solid.volume()),
    slices: timed(() =>
      heights.reduce((sum, height) => {
        const slice = solid.slice(height);
        const area = slice.area();
        slice.delete();
        return sum + area * LAYER;
      }, 0),
    ),
    corners: timed(() => {
      const loose = new kernel.Mesh({
        numProp: 3,
        vertProperties: Float32Array.from(faces.positions),
        triVerts: Uint32Array.from({ length: faces.positions.length / 3 }, (_, at) => at),
      });
      loose.merge();
      const joined = new kernel.Manifold(loose);
      const count = joined.numVert();
      joined.delete();
      return count;
    }),
    tree: timed(() => {
      const geometry = new BufferGeometry();
      geometry.setAttribute('position', new BufferAttribute(Float32Array.from(faces.positions), 3));
      return new MeshBVH(geometry);
    }),
  };
  solid.delete();

  const stride = Math.max(1, Math.floor(body.faces / RAYS));
  const rays = Array.from({ length: Math.floor(body.faces / stride) }, (_, n) => n * stride);
  const middle = (face, axis) =>
    (faces.positions[9 * face + axis] + faces.positions[9 * face + 3 + axis] + faces.positions[9 * face + 6 + axis]) /
    3;
  own.rays = timed(() => {
    const bvh = own.tree.result;
    return rays.reduce((sum, face) => {
      const n = body.normals.subarray(3 * face, 3 * face + 3);
      const hit = bvh.cast(middle(face, 0), middle(face, 1), middle(face, 2), -n[0], -n[1], -n[2], face, 1e-9);
      return hit < 0 ? sum : sum + bvh.distance();
    }, 0);
  });
  library.rays = timed(() => {
    const ray = new Ray(new Vector3(), new Vector3());
    return rays.reduce((sum, face) => {
      const n = body.normals.subarray(3 * face, 3 * face + 3);
      ray.origin.set(middle(face, 0), middle(face, 1), middle(face, 2));
      ray.direction.set(-n[0], -n[1], -n[2]);
      const hit = library.tree.result.raycastFirst(ray, 2, 1e-6);
      return hit === null ? sum : sum + hit.distance;
    }, 0);
  });
  own.tree.result = null;
  library.tree.result = null;
  return { made: made.seconds, own, library };
};

/** What both found: a number, or nothing where it is a tree. */
export const kernelFigures = (shapes, triangles) =>
  Object.fromEntries(
    shapes.flatMap((shape) => {
      const { made, own, library } = compared(shape, triangles);
      return [
        [`${shape}, made a body of the kernel`, { library_s: made }],
        ...Object.keys(own).map((question) => [
          `${shape}, ${question}`,
          {
            own_s: own[question].seconds,
            library_s: library[question].seconds,
            ...(own[question].result === null ? {} : { own: own[question].result, library: library[question].result }),
          },
        ]),
      ];
    }),
  );
