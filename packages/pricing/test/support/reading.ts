import {
  inspectModel,
  type Mesh,
  type ModelInspection,
  type ModelLimits,
  parseModel,
} from '@order-ledger/pricing/model-file';

/** The bytes as a stream, in pieces of this size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export const inspected = (bytes: Uint8Array, limits?: ModelLimits, size = 65_536): Promise<ModelInspection> =>
  inspectModel(inPieces(bytes, size), limits);

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

export const meshOf = (bytes: Uint8Array): Mesh => {
  const parsed = parseModel(bytes);
  if (!parsed.ok) throw new Error(`${parsed.fault.code}: ${parsed.fault.detail}`);
  return parsed.mesh;
};
