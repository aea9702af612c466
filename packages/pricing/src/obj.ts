import { trianglesOf } from './polygon.ts';
import { coordinateFault, type FileFault, isSound, type TriangleSink } from './triangle-sink.ts';

/** A line as long as a face of a hundred thousand corners; it bounds the memory of the reader. */
const LONGEST_LINE = 2_097_152;
const SHOWN = 20;
const PIECE = 65_536;
const decoder = new TextDecoder('latin1');
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

/** What has no part in a body: textures, normals, groups, materials, points and lines, and curves, which CAD programs draw beside it. */
const PASSED_OVER = new Set(
  [
    'vt vn vp g o s mg l p usemtl mtllib usemap maplib lod bevel c_interp d_interp shadow_obj trace_obj',
    'cstype deg bmat step curv curv2 parm trim hole scrv sp end con cdc',
  ].flatMap((words) => words.split(' ')),
);
/** Surfaces that are given by formulas: a body that has them cannot be measured from its flat faces alone. */
const FREE_FORM = new Set('surf bsp bzp cdp res'.split(' '));
/** What may end with a backslash and ends there: remarks and names, which may be paths of Windows. */
const ENDS_ANYHOW = /#|^\s*(?:mtllib|usemtl|usemap|maplib|o|g)\s/i;
/** Some programs end a text with these. */
const TEXT_ENDS = ['\0', '\u001a'] as const;

interface ObjReader {
  push(chunk: Uint8Array): void;
  end(): { triangles: number; fault: FileFault | null };
  failed(): boolean;
  triangles(): number;
}

/** Reads Wavefront OBJ: corners are kept, faces go to the sink as triangles as they come. */
export const objReader = (sink: TriangleSink): ObjReader => {
  let line = 0;
  let rest = '';
  let begun = false;
  let lastWasReturn = false;
  let fault: FileFault | null = null;
  let corners = new Float64Array(3 * 1024);
  let count = 0;
  let triangles = 0;

  const refuse = (detail: string) => {
    fault ??= { code: 'NOT_OBJ', detail: `Line ${line}: ${detail}. Export the model again.` };
  };
  const shown = (text: string): string => text.slice(0, SHOWN).replace(/[^ -~]/g, '?');

  const corner = (words: string[]) => {
    if (3 * count === corners.length) {
      const larger = new Float64Array(2 * corners.length);
      larger.set(corners);
      corners = larger;
    }
    for (let axis = 0; axis < 3; axis++) {
      const word = words[axis + 1] ?? '';
      if (DECIMAL_COMMA.test(word)) {
        return refuse(`"${shown(word)}" is written with a decimal comma; set the number format to the point (English)`);
      }
      const value = NUMBER.test(word) ? Number(word) : Number.NaN;
      if (!isSound(value)) {
        fault ??= coordinateFault(value, `Line ${line}`);
        return;
      }
      corners[3 * count + axis] = value;
    }
    count += 1;
  };

  /** A corner by its number from 1, or from the last one back; behind a slash are texture and normal. */
  const indexOf = (word: string): number => {
    const number = Number.parseInt(word, 10);
    const index = number < 0 ? count + number : number - 1;
    return index >= 0 && index < count ? index : Number.NaN;
  };

  const face = (words: string[]) => {
    const size = words.length - 1;
    if (size < 3) return refuse(`a face of ${size} corners; it needs three`);
    const points = new Float64Array(3 * size);
    for (let number = 0; number < size; number++) {
      const index = indexOf(words[number + 1]!);
      if (Number.isNaN(index))
        return refuse(`a face names the corner "${shown(words[number + 1]!)}", which is not there`);
      for (let axis = 0; axis < 3; axis++) points[3 * number + axis] = corners[3 * index + axis]!;
    }
    const cut: readonly [number, number, number][] = size === 3 ? [[0, 1, 2]] : trianglesOf(points, size);
    for (const [a, b, c] of cut) {
      triangles += 1;
      const at = (index: number, axis: number): number => points[3 * index + axis]!;
      sink(at(a, 0), at(a, 1), at(a, 2), at(b, 0), at(b, 1), at(b, 2), at(c, 0), at(c, 1), at(c, 2));
    }
  };

  const takeLine = (text: string) => {
    const plain = begun || !text.startsWith(BYTE_ORDER_MARK) ? text : text.slice(BYTE_ORDER_MARK.length);
    begun = true;
    const remark = plain.indexOf('#');
    const words = (remark < 0 ? plain : plain.slice(0, remark)).trim().split(/\s+/);
    const keyword = (words[0] ?? '').toLowerCase();
    if (keyword === 'v') corner(words);
    else if (keyword === 'f' || keyword === 'fo') face(words);
    else if (FREE_FORM.has(keyword))
      refuse(`"${keyword}": surfaces by formula are not read, export the model as a mesh`);
    else if (keyword !== '' && !PASSED_OVER.has(keyword)) refuse(`"${shown(keyword)}" is no word of Wavefront OBJ`);
  };

  /** Lines may end as on Unix, Windows or an old Mac. */
  const withNewlines = (piece: string): string => {
    const rejoined = lastWasReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    lastWasReturn = piece.endsWith('\r');
    return rejoined.includes('\r') ? rejoined.replaceAll(/\r\n?/g, '\n') : rejoined;
  };

  const scan = (piece: string) => {
    let at = 0;
    while (fault === null) {
      const end = piece.indexOf('\n', at);
      if (end < 0) break;
      const text = rest + piece.slice(at, end);
      at = end + 1;
      rest = '';
      line += 1;
      // A line that ends with a backslash goes on in the next one.
      const whole = text.trimEnd();
      if (whole.endsWith('\\') && !ENDS_ANYHOW.test(whole)) rest = `${whole.slice(0, -1)} `;
      else takeLine(text);
    }
    rest += piece.slice(at);
    if (rest.length > LONGEST_LINE) refuse('it is longer than any line of an OBJ');
  };

  return {
    push(chunk) {
      for (let at = 0; at < chunk.length && fault === null; at += PIECE) {
        scan(withNewlines(decoder.decode(chunk.subarray(at, at + PIECE))));
      }
    },
    end() {
      line += 1;
      if (fault === null) {
        const last = TEXT_ENDS.reduce((text, end) => text.replaceAll(end, ''), rest).trimEnd();
        takeLine(last.endsWith('\\') ? last.slice(0, -1) : last);
      }
      rest = '';
      return { triangles, fault };
    },
    failed: () => fault !== null,
    triangles: () => triangles,
  };
};
