import { unzipSync, Zip, ZipDeflate } from 'fflate';

const joined = (chunks: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(chunks));

/** The same archive as one writes it who does not know how long a file is before its end. */
export const streamed = (archive: Uint8Array): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const [name, content] of Object.entries(unzipSync(archive))) {
    const file = new ZipDeflate(name);
    zip.add(file);
    file.push(content, true);
  }
  zip.end();
  return joined(chunks);
};

const IN_64 = 0xffffffff;
const END_BYTES = 22;

/** The same archive with every size and place in fields of eight bytes, as libraries write it that are made for large files. */
export const asZip64 = (archive: Uint8Array): Uint8Array => {
  const bytes = Buffer.from(archive);
  const end = bytes.length - END_BYTES;
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  const entries: Buffer[] = [];
  for (let at = directory, left = count; left > 0; left--) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const entry = Buffer.from(bytes.subarray(at, nameEnd));
    const sizes = Buffer.alloc(28);
    sizes.writeUInt16LE(1, 0);
    sizes.writeUInt16LE(24, 2);
    for (const [place, field] of [24, 20, 42].entries()) {
      sizes.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 4 + 8 * place);
      entry.writeUInt32LE(IN_64, field);
    }
    entry.writeUInt16LE(sizes.length, 30);
    entry.writeUInt16LE(0, 32);
    entries.push(entry, sizes);
    at = next;
  }
  const list = Buffer.concat(entries);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(list.length), 40);
  end64.writeBigUInt64LE(BigInt(directory), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(directory + list.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.from(bytes.subarray(end));
  last.writeUInt16LE(0xffff, 8);
  last.writeUInt16LE(0xffff, 10);
  last.writeUInt32LE(IN_64, 12);
  last.writeUInt32LE(IN_64, 16);
  return joined([bytes.subarray(0, directory), list, end64, locator, last]);
};
