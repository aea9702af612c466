/** A kind of file that customers send in place of a model that is priced: what it is, and what to do with it. */
export interface ForeignFormat {
  name: string;
  advice: string;
  /** Its first bytes, or how its text begins. */
  opening: readonly number[] | RegExp;
  /** Its pattern is so short that other bytes would fit it too. */
  onlyText?: boolean;
}

const UNPACK = 'Unpack it and upload the STL that is in it.';
const AS_STL = 'Open it in the program that wrote it and export the model as STL.';
const FROM_CAD = 'Open it in your CAD program and save the part as STL (binary).';
const PICTURE = 'A picture holds no body. Upload the model itself as STL.';
const DOCUMENT = 'A document holds no body. Upload the model itself as STL.';
const VIDEO = 'A film holds no body. Upload the model itself as STL.';
const bytesOf = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/** The first that fits is the name. Formats of text come last: their patterns would also fit text inside of others. */
const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  { name: 'packed with gzip', advice: UNPACK, opening: [0x1f, 0x8b] },
  { name: 'packed with 7-Zip', advice: UNPACK, opening: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'packed with RAR', advice: UNPACK, opening: bytesOf('Rar!\u001a\u0007') },
  { name: 'packed with bzip2', advice: UNPACK, opening: /^BZh[1-9]1AY&SY/ },
  { name: 'packed with xz', advice: UNPACK, opening: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { name: 'packed with zstd', advice: UNPACK, opening: [0x28, 0xb5, 0x2f, 0xfd] },
  {
    name: 'an OLE document, such as a SolidWorks part (SLDPRT) or a document of Office',
    advice: FROM_CAD,
    opening: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  { name: 'PNG, a picture', advice: PICTURE, opening: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: 'JPEG, a picture', advice: PICTURE, opening: [0xff, 0xd8, 0xff] },
  { name: 'GIF, a picture', advice: PICTURE, opening: /^GIF8[79]a/ },
  { name: 'WebP, a picture', advice: PICTURE, opening: /^RIFF.{4}WEBP/s },
  { name: 'PDF, a document', advice: DOCUMENT, opening: bytesOf('%PDF-') },
  { name: 'HEIC, a picture', advice: PICTURE, opening: /^.{4}ftyp(?:hei|mif1|avif)/s },
  { name: 'a film', advice: VIDEO, opening: /^.{4}ftyp/s },
  { name: 'TIFF, a picture', advice: PICTURE, opening: /^(?:II\*\0|MM\0\*)/ },
  { name: 'BMP, a picture', advice: PICTURE, opening: /^BM.{4}\0{4}/s },
  { name: 'PSD, a picture', advice: PICTURE, opening: bytesOf('8BPS\0\u0001') },
  { name: 'packed with tar', advice: UNPACK, opening: /^[^\0].{256}ustar/s },
  { name: 'FBX', advice: AS_STL, opening: /^(?:Kaydara FBX Binary|; FBX )/ },
  { name: 'a Blender file', advice: AS_STL, opening: bytesOf('BLENDER') },
  { name: 'a Rhino file (3DM)', advice: AS_STL, opening: bytesOf('3D Geometry File Format') },
  { name: 'a DWG drawing', advice: FROM_CAD, opening: /^AC10\d\d\0/ },
  { name: 'a CATIA part', advice: FROM_CAD, opening: bytesOf('V5_CFV2') },
  { name: 'JT', advice: FROM_CAD, opening: /^Version \d+\.\d+ JT/ },
  { name: 'ACIS', advice: FROM_CAD, opening: /^(?:ACIS BinaryFile|\d{2,6} \d+ \d+ \d+\s+\d+ .{0,80}ACIS)/s },
  { name: 'a Creo part', advice: FROM_CAD, opening: bytesOf('#UGC:2') },
  { name: 'BREP of Open CASCADE', advice: FROM_CAD, opening: /^\s*(?:DBRep_DrawableShape|CASCADE Topology)/ },
  { name: '3DS', advice: AS_STL, opening: /^MM.{4}(?:[^ -~]\0|==)/s },
  { name: 'a Cinema 4D file', advice: AS_STL, opening: bytesOf('QC4DC4D6') },
  { name: 'a LightWave object', advice: AS_STL, opening: /^FORM.{4}LW(?:OB|LO|O2)/s },
  { name: 'MilkShape 3D', advice: AS_STL, opening: bytesOf('MS3D000000') },
  { name: 'OpenCTM', advice: AS_STL, opening: bytesOf('OCTM') },
  { name: 'USD', advice: AS_STL, opening: /^(?:PXR-USDC|#usda )/ },
  { name: 'VRML', advice: AS_STL, opening: bytesOf('#VRML V') },
  { name: 'OFF', advice: AS_STL, opening: /^C?N?OFF\s/ },
  // It begins with the mark of UTF-16, so it stands before that.
  { name: 'a SketchUp file (SKP)', advice: AS_STL, opening: /^\xff\xfe\xff.S\0k\0e\0t\0c\0h\0U\0p\0/s },
  { name: 'PLY', advice: AS_STL, opening: /^ply[\r\n]/ },
  { name: 'glTF', advice: AS_STL, opening: bytesOf('glTF') },
  {
    name: 'text in UTF-16',
    advice: 'Save it as plain text (ASCII or UTF-8), or export the model as binary STL.',
    opening: /^(?:\xff\xfe|\xfe\xff|(?:[\t\n\r -~]\0){8}|(?:\0[\t\n\r -~]){8})/,
  },
  { name: 'STEP', advice: FROM_CAD, opening: /^\s*ISO-10303-21/ },
  { name: 'IGES', advice: FROM_CAD, opening: /^.{72}S[ 0]*1\s/ },
  { name: 'Parasolid', advice: FROM_CAD, opening: /^(?:\*\*ABCDEFGHIJKLMNOPQRSTUVWXYZ|T\d+ : TRANSMIT FILE|PS\0\0)/ },
  { name: 'a DXF drawing', advice: FROM_CAD, opening: /^\s*0\r?\n\s*SECTION/ },
  {
    name: 'HTML, a page of the web',
    advice: 'The page was saved in place of the model. Download the model itself and upload that.',
    opening: /^\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/is,
  },
  { name: 'AMF', advice: AS_STL, opening: /^\s*(?:<\?xml[^>]*>\s*)?<amf\b/i },
  { name: 'COLLADA (DAE)', advice: AS_STL, opening: /^\s*(?:<[?!][^>]*>\s*)*<COLLADA\b/ },
  { name: 'X3D', advice: AS_STL, opening: /^\s*(?:<[?!][^>]*>\s*)*<X3D\b/ },
  { name: 'SVG, a drawing', advice: FROM_CAD, opening: /^\s*(?:<[?!][^>]*>\s*)*<svg\b/ },
  { name: 'XML', advice: AS_STL, opening: /^\s*<\?xml\b/ },
  { name: 'glTF', advice: AS_STL, opening: /^\s*\{.*"asset"\s*:/s },
  {
    name: 'a script of OpenSCAD',
    advice: 'Render it (F6) and export it as STL (F7).',
    opening: /\b(?:cube|cylinder|sphere|polyhedron|linear_extrude|rotate_extrude|difference|union) ?\(/,
    onlyText: true,
  },
  {
    name: 'G-code',
    advice: 'Upload the model that it was made from, as STL.',
    opening: /^(?:;|[GM]\d)/,
    onlyText: true,
  },
];

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/** The format that is not priced that the first bytes of a file show, or null. `text` holds them as Latin-1. */
export const foreignFormat = (text: string, textual: boolean): Pick<ForeignFormat, 'name' | 'advice'> | null => {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
  const fits = ({ opening, onlyText = false }: ForeignFormat): boolean => {
    if (onlyText && !textual) return false;
    if (opening instanceof RegExp) return opening.test(plain);
    return opening.every((byte, index) => text.charCodeAt(index) === byte);
  };
  return FOREIGN_FORMATS.find(fits) ?? null;
};
