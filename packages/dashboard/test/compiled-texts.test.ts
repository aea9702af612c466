import { describe, expect, it } from '@jest/globals';
import { _createCache, _createIntlFormatters } from 'use-intl/core';
import formatText from 'use-intl/format-message';
import formatCompiled from 'use-intl/format-message/format-only';
import { compiled } from '../compiled-texts.ts';
import firstEn from '../src/texts/en.ts';
import analysisEn from '../src/texts/en-analysis.ts';
import orderEn from '../src/texts/en-order.ts';
import firstRu from '../src/texts/ru.ts';
import analysisRu from '../src/texts/ru-analysis.ts';
import orderRu from '../src/texts/ru-order.ts';

interface Tree {
  readonly [name: string]: string | Tree;
}

const leaves = (tree: Tree): string[] =>
  Object.values(tree).flatMap((part) => (typeof part === 'string' ? [part] : leaves(part)));

/** Every form of a plural in both languages. */
const FIGURES = [0, 1, 2, 5, 21, 1_234.5];

/** A text with this figure for each of its arguments. */
const saysOf = (text: string, locale: string, figure: number): [unknown, unknown] => {
  const values = Object.fromEntries([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => [name, figure]));
  const cache = _createCache();
  const options = { cache, formatters: _createIntlFormatters(cache), locale, timeZone: 'UTC' };
  return [
    formatText('text', text, values, options as never),
    formatCompiled('text', compiled(text) as never, values, options as never),
  ];
};

describe('texts that were compiled with the page', () => {
  it.each([
    ['en', { ...firstEn, ...orderEn, ...analysisEn }],
    ['ru', { ...firstRu, ...orderRu, ...analysisRu }],
  ] as const)('say what they would say uncompiled, with any figure: %s', (locale, texts) => {
    const differing = leaves(texts).flatMap((text) =>
      FIGURES.map((figure) => saysOf(text, locale, figure)).filter(([asWritten, built]) => asWritten !== built),
    );
    expect(differing).toEqual([]);
  });

  it('refuse what is not a text', () => {
    expect(() => compiled({ name: 1 })).toThrow('A text is a string, not 1.');
  });
});
