/** What a reader of triangles hands them to: nine coordinates in the units of the file, three corners in turn. */
export type TriangleSink = (
  ax: number,
  ay: number,
  az: number,
  bx: number,
  by: number,
  bz: number,
  cx: number,
  cy: number,
  cz: number,
) => void;

/**
 * Coordinates beyond this are no part but damage, and would make volumes that no number holds exactly enough. In any
 * unit of ours it is more than ten kilometres.
 */
export const COORDINATE_LIMIT = 1e7;

export type FileFaultCode =
  | 'NOT_STL'
  | 'NOT_OBJ'
  | 'NOT_3MF'
  | 'UNSUPPORTED_FORMAT'
  | 'TRUNCATED'
  | 'TRAILING_BYTES'
  | 'NO_TRIANGLES'
  | 'NAN_COORDINATES'
  | 'COORDINATES_TOO_LARGE'
  | 'TOO_MANY_TRIANGLES'
  | 'TOO_MANY_BYTES';

/** Why a file cannot be taken. The detail is for the customer: what is wrong and what to do. */
export interface FileFault {
  code: FileFaultCode;
  detail: string;
}

export const isSound = (coordinate: number): boolean =>
  -COORDINATE_LIMIT <= coordinate && coordinate <= COORDINATE_LIMIT;

/** The fault of a coordinate that is not sound; `where` names its place in the file. */
export const coordinateFault = (coordinate: number, where: string): FileFault =>
  Number.isFinite(coordinate)
    ? {
        code: 'COORDINATES_TOO_LARGE',
        detail: `${where} has the coordinate ${coordinate}; at most ±${COORDINATE_LIMIT} is allowed. Export the model again near the origin.`,
      }
    : {
        code: 'NAN_COORDINATES',
        detail: `${where} has a coordinate that is no finite number. Repair the model and export it again.`,
      };

export const tooManyTriangles = (most: number): FileFault => ({
  code: 'TOO_MANY_TRIANGLES',
  detail: `The model has more than ${most} triangles. Simplify the mesh and upload it again.`,
});
