import { describe, expect, it } from '@jest/globals';
import { createTranslator } from 'use-intl/core';
import firstEn from '../src/texts/en.ts';
import analysisEn from '../src/texts/en-analysis.ts';
import orderEn from '../src/texts/en-order.ts';
import firstRu from '../src/texts/ru.ts';
import analysisRu from '../src/texts/ru-analysis.ts';
import orderRu from '../src/texts/ru-order.ts';

const en = { ...firstEn, ...orderEn, ...analysisEn };
const ru = { ...firstRu, ...orderRu, ...analysisRu };

interface Tree {
  readonly [name: string]: string | Tree;
}

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, part]): [string, string][] =>
    typeof part === 'string' ? [[`${path}${name}`, part]] : leaves(part, `${path}${name}.`),
  );

const ENGLISH = new Map(leaves(en));
const RUSSIAN = new Map(leaves(ru));

/** The names of the arguments that stand in a text, those of plurals too. */
const argumentsIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name = '']) => name))].sort();
const pluralForms = (text: string): string[] =>
  [...text.matchAll(/\b(zero|one|two|few|many|other) \{/g)].map(([, form = '']) => form);

describe('the texts', () => {
  it('stand in both languages under the same names', () => {
    expect([...RUSSIAN.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
    expect(ENGLISH.size).toBeGreaterThan(100);
  });

  it('say something in each language', () => {
    expect([...ENGLISH, ...RUSSIAN].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('take the same arguments in both languages', () => {
    const differing = [...ENGLISH].filter(
      ([name, text]) => argumentsIn(text).join() !== argumentsIn(RUSSIAN.get(name) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('have all plural forms that the language has', () => {
    const lacking = (texts: Map<string, string>, forms: readonly string[]) =>
      [...texts].filter(
        ([, text]) => text.includes(', plural,') && forms.some((form) => !pluralForms(text).includes(form)),
      );
    expect(lacking(ENGLISH, ['one', 'other'])).toEqual([]);
    expect(lacking(RUSSIAN, ['one', 'few', 'many', 'other'])).toEqual([]);
    expect([...RUSSIAN.values()].some((text) => text.includes(', plural,'))).toBe(true);
  });

  it('are Russian where Russian is asked for: only names that are the same everywhere stay', () => {
    const SAME = ['API', 'CRM', 'MES', 'OBJ', 'order-ledger', 'CSV', 'UTC'];
    const latin = [...RUSSIAN].filter(
      ([, text]) => !/[а-яё]/i.test(text) && /[a-z]{3,}/i.test(text.replace(/\{[^}]*\}/g, '')),
    );
    expect(latin.filter(([, text]) => !SAME.includes(text))).toEqual([]);
  });

  it.each([
    ['en', en],
    ['ru', ru],
  ] as const)('[I] can all be written in %s, whatever their arguments are', (locale, messages) => {
    const faults: string[] = [];
    const translate = createTranslator({
      locale,
      messages: messages as typeof en,
      onError: (error) => faults.push(error.message),
      getMessageFallback: ({ key }) => key,
    }) as (key: string, values: Record<string, number>) => string;
    for (const [name, text] of leaves(messages)) {
      const values = Object.fromEntries(argumentsIn(text).map((argument) => [argument, 21]));
      expect([name, translate(name, values)]).not.toEqual([name, name]);
    }
    expect(faults).toEqual([]);
  });
});
