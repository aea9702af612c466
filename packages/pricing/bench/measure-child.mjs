// A process of its own: measures the model in a file as pricing-worker's does, and prints what that took of a processor and of
// memory. argv: the file, the process, the orientation.
import { openSync } from 'node:fs';
import { bytesIn, filePieces } from '../../platform/dist/file-pieces.js';
import { measureParsed } from '../dist/measure.js';
import { parsePieces } from '../dist/model-file.js';

const [, , file, process_, orientation] = process.argv;
const seconds = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
const began = seconds();
const model = openSync(file, 'r');
const parsed = parsePieces(filePieces(model), bytesIn(model));
const options = { unit: 'MM', orientation, process: process_, thinWalls: 'risk' };
const measured = measureParsed(parsed, options);
process.stdout.write(
  JSON.stringify({
    seconds: Math.round(100 * (seconds() - began)) / 100,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    triangles: measured.ok ? measured.measure.triangles : 0,
    volume: measured.ok ? measured.measure.measures.volume : measured.detail,
  }),
);
