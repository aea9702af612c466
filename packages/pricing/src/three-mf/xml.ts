import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LIMITS } from './limits.ts';
import { shown, unreadable } from './unreadable.ts';

/** An element as it begins, its names resolved. */
export type Element = SaxesTagNS;

export interface XmlHandler {
  /** Where it answers with a function, that is given the text of the element; texts that nobody wants would cost time. */
  open(element: Element): unknown;
  close(): void;
}

interface XmlReader {
  push(chunk: Uint8Array): void;
  end(): void;
}

const ENCODINGS = new Set(['utf-8', 'utf-16']);
const PIECE = 65_536;

const encodingOf = ([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/**
 * Reads XML as it comes, strictly. A document type is refused, so there are no entities but the five of XML; what is
 * nested or goes on too long is refused too.
 */
export const xmlReader = (part: string, handler: XmlHandler): XmlReader => {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let depth = 0;
  let quiet = 0;
  const at = (detail: string) => unreadable(`${shown(part)}, line ${parser.line}: ${detail}`);

  parser.on('error', ({ message }) => {
    throw at(`no XML: ${shown(message.replace(/^\d+:\d+: |\.$/g, ''))}`);
  });
  parser.on('doctype', () => {
    throw at('a document type, which 3MF does not allow');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !ENCODINGS.has(encoding.toLowerCase()))
      throw at(`the encoding "${shown(encoding)}"; 3MF is UTF-8 or UTF-16`);
  });
  parser.on('opentag', (element) => {
    quiet = 0;
    depth += 1;
    if (depth > LIMITS.elements) throw at(`more than ${LIMITS.elements} elements within each other`);
    const take = handler.open(element);
    if (typeof take === 'function') parser.on('text', (text) => void take(text));
  });
  parser.on('closetag', () => {
    quiet = 0;
    depth -= 1;
    parser.off('text');
    handler.close();
  });

  const decoded = (bytes: Uint8Array | undefined): string => {
    try {
      return bytes === undefined ? (decoder?.decode() ?? '') : (decoder?.decode(bytes, { stream: true }) ?? '');
    } catch {
      throw at('bytes that are no text in its encoding');
    }
  };

  return {
    push(chunk) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      for (let from = 0; from < chunk.length; from += PIECE) {
        const text = decoded(chunk.subarray(from, from + PIECE));
        quiet += text.length;
        if (quiet > LIMITS.quiet) throw at('an element or a text that is too long');
        parser.write(text);
      }
    },
    end() {
      parser.write(decoded(undefined));
      parser.close();
    },
  };
};
