import { fstatSync, readSync } from 'node:fs';

const PIECE = 1_048_576;

/** A file piece by piece, from its beginning. Each piece has memory of its own, which its taker may keep. */
export function* filePieces(descriptor: number): Generator<Uint8Array> {
  for (let at = 0; ; ) {
    const piece = new Uint8Array(PIECE);
    const read = readSync(descriptor, piece, 0, PIECE, at);
    if (read === 0) return;
    at += read;
    yield piece.subarray(0, read);
  }
}

export const bytesIn = (descriptor: number): number => fstatSync(descriptor).size;
