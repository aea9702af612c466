import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { bytesIn, filePieces } from '@order-ledger/platform/file-pieces';
import { meshFaults } from '@order-ledger/pricing/faults';
import { inspectModel, type ParsedModel, parsePieces } from '@order-ledger/pricing/model-file';
import type { InspectionReport } from './inspection-report.ts';
import { drawingOf } from './preview/drawing.ts';
import { cornersAbout, marksOf } from './preview/marks.ts';
import { previewFile } from './preview/preview-file.ts';

// A process of its own: argv is the path of a file and the number of triangles up to which its geometry is checked.
const [, , path = '', limit = '0'] = process.argv;

const tell = (report: InspectionReport): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(report, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

const parsedFrom = (file: string): ParsedModel => {
  const descriptor = openSync(file, 'r');
  try {
    return parsePieces(filePieces(descriptor), bytesIn(descriptor));
  } finally {
    closeSync(descriptor);
  }
};

// Without the parent nobody waits for the result.
process.once('disconnect', () => process.exit(1));
try {
  const sha256 = await hashOf(path);
  const result = await inspectModel(createReadStream(path));
  await tell({ kind: 'structure', sha256, result });
  const parsed = result.ok ? parsedFrom(path) : null;
  if (parsed?.ok) {
    const { mesh } = parsed;
    const drawing = await drawingOf(mesh.positions);
    await tell({ kind: 'preview', file: await previewFile(drawing, [], mesh.triangles) });
    if (mesh.triangles <= Number(limit)) {
      const corners = cornersAbout(mesh.positions, drawing.middle);
      const faults = meshFaults(mesh);
      await tell({ kind: 'geometry', faults });
      const marks = marksOf(faults, corners);
      if (marks.length > 0) await tell({ kind: 'preview', file: await previewFile(drawing, marks, mesh.triangles) });
    }
  }
  process.exit(0);
} catch (error) {
  await tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
