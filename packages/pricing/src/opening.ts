import { foreignFormat } from './foreign-formats.ts';

/** How many bytes of a file are looked at to say what it is. */
export const OPENING = 1024;

/** A byte-order mark, blank lines and comments may stand before the first keyword; what follows it is a name. */
const SOLID = /^(?:\u00ef\u00bb\u00bf)?(?:\s|(?:#|;|\/\/)[^\r\n]*[\r\n])*solid(?:\s|$)/i;
/** Whatever a binary header says, no triangle spells this word. */
const FACET = /\bfacet\b/i;
/** A line that only this format has: a corner, a normal, a face, a group, a material library. */
const OBJ_LINE = /^(?:\u00ef\u00bb\u00bf)?(?:v|vn|vt|f|g|o|mtllib|usemtl)[ \t]+\S/m;
/** Control characters but white space, which no text of an exporter holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/** Of a zip archive; an empty one begins with its end. */
const ARCHIVES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
] as const;

export const ARCHIVE_BYTES = 4;

/** Whether a file that begins so is a zip archive, as 3MF is; of its first bytes alone, whether it may become one. */
export const isArchive = (bytes: Uint8Array): boolean =>
  ARCHIVES.some((archive) => archive.every((byte, at) => at >= bytes.length || bytes[at] === byte));

/** What the first bytes of a file say of it. */
export const openingOf = (bytes: Uint8Array) => {
  const text = String.fromCharCode(...bytes);
  const textual = bytes.length > 0 && !CONTROL.test(text);
  const solid = SOLID.test(text);
  const wavefrontObj = textual && !solid && OBJ_LINE.test(text);
  return {
    textual,
    /** It begins as an ASCII STL does, and goes on as one: names may hold any bytes. */
    asciiStl: solid && (textual || FACET.test(text)),
    wavefrontObj,
    foreign: solid || wavefrontObj ? null : foreignFormat(text, textual),
  };
};
