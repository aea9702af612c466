import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { bytesIn, filePieces } from '@order-ledger/platform/file-pieces';

it.each([0, 5, 1_048_576, 2_500_000])('a file of %i bytes comes whole, each piece in memory of its own', (size) => {
  const folder = mkdtempSync(join(tmpdir(), 'pieces-'));
  const path = join(folder, 'file');
  const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, at) => at % 251));
  writeFileSync(path, bytes);
  const descriptor = openSync(path, 'r');
  try {
    expect(bytesIn(descriptor)).toBe(size);
    expect(Buffer.concat([...filePieces(descriptor)]).equals(bytes)).toBe(true);
  } finally {
    closeSync(descriptor);
    rmSync(folder, { recursive: true });
  }
});
