/** How many bytes of a file are looked at to say what it is. */
export const OPENING = 512;

const isSpace = (byte: number) => byte === 32 || (byte >= 9 && byte <= 13);

/** No byte that a text of an exporter never holds: control characters but white space. */
export const isTextual = (opening: Uint8Array): boolean =>
  opening.length > 0 && opening.every((byte) => (byte >= 32 && byte !== 127) || isSpace(byte));

const textOf = (opening: Uint8Array): string => String.fromCharCode(...opening);

export const startsWithSolid = (opening: Uint8Array): boolean => /^\s*solid(?:\s|$)/i.test(textOf(opening));

/** A line that only Wavefront OBJ has: a corner, a normal, a face, a group, a material library. */
const OBJ_LINE = /^(?:v|vn|vt|f|g|o|mtllib|usemtl)\s+\S/m;

/** The name of another format of models that the opening shows, or null. */
export const foreignFormat = (opening: Uint8Array): string | null => {
  const text = textOf(opening);
  if (text.startsWith('PK\u0003\u0004')) return 'a zip archive, such as 3MF';
  if (text.startsWith('ISO-10303-21')) return 'STEP';
  if (text.startsWith('ply\n') || text.startsWith('ply\r')) return 'PLY';
  if (text.startsWith('glTF')) return 'glTF';
  if (!isTextual(opening) || startsWithSolid(opening)) return null;
  return OBJ_LINE.test(text) ? 'Wavefront OBJ' : null;
};
