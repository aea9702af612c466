import { createHash } from 'node:crypto';
import { matrixOverHttp } from './support/matrix-over-http.ts';

/** One cell of so many; as many days in a row send them all. */
const OF = 6;
/** Another sample every day; what one has found is found again with its number in MATRIX_SEED. */
const SEED = Number(process.env.MATRIX_SEED ?? Math.floor(Date.now() / 86_400_000));

const numberOf = (cell: string): number => createHash('sha256').update(cell).digest().readUInt32BE(0);

matrixOverHttp((status, command) => (numberOf(`${status} ${command}`) + SEED) % OF === 0);
