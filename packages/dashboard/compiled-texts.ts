import compile from 'icu-minify/compile';
import type { Plugin, transformWithOxc } from 'vite';

const TEXTS = /\/src\/texts\/(?:en|ru)\/[^/]+\.ts$/;

/** What formats compiled texts, in place of what would compile them in the browser first. */
export const FORMAT_ONLY = { 'use-intl/format-message': 'use-intl/format-message/format-only' };

/** Each text of a tree of them, compiled; one without arguments stays what it is. */
export const compiled = (texts: unknown): unknown => {
  if (typeof texts === 'string') return compile(texts);
  if (typeof texts !== 'object' || texts === null) throw new Error(`A text is a string, not ${String(texts)}.`);
  return Object.fromEntries(Object.entries(texts).map(([name, each]) => [name, compiled(each)]));
};

/**
 * Compiles the texts as the page is built: the browser gets neither the compiler of ICU messages nor its work.
 *
 * @param withoutTypes vite's own, which makes JavaScript of a file
 */
export const compiledTexts = (withoutTypes: typeof transformWithOxc): Plugin => ({
  name: 'compiled-texts',
  enforce: 'pre',
  async transform(source, id) {
    const [file = id] = id.split('?');
    if (!TEXTS.test(file)) return null;
    const { code } = await withoutTypes(source, file);
    // A file of texts imports nothing but types.
    const texts: object = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    const exported = Object.entries(texts).map(
      ([name, each]) => `export const ${name} = ${JSON.stringify(compiled(each))};`,
    );
    return { code: exported.join('\n'), map: null };
  },
});
