import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const CSS = readFileSync(new URL('../src/system/tokens.css', import.meta.url), 'utf8');

const tokensOf = (theme: string): Map<string, string> => {
  const block = new RegExp(`\\[data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(CSS)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
};

const luminance = (colour: string): number => {
  const linear = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const TEXT = 4.5;
const SHAPE = 3;

/** What stands on what, and how strongly it must stand out: WCAG 2.2 AA, 1.4.3 and 1.4.11. */
const PAIRS: readonly [string, string, number][] = [
  ...['text', 'text-2', 'text-3'].flatMap((text) =>
    ['bg', 'surface', 'surface-2', 'accent-soft', 'changed', 'pricing'].map((back): [string, string, number] => [
      text,
      back,
      TEXT,
    ]),
  ),
  ...['bg', 'surface', 'surface-2', 'accent-soft', 'changed', 'pricing'].map((back): [string, string, number] => [
    'accent',
    back,
    TEXT,
  ]),
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['on-danger', 'danger', TEXT],
  ['bg', 'text', TEXT],
  ...['waiting', 'pricing', 'production', 'packing', 'shipping', 'done', 'hold', 'bad', 'off'].map(
    (hue): [string, string, number] => [`${hue}-text`, hue, TEXT],
  ),
  ...['bad-text', 'hold-text'].flatMap((text) =>
    ['surface', 'changed', 'accent-soft'].map((back): [string, string, number] => [text, back, TEXT]),
  ),
  ...['focus', 'control-line', 'bar', 'bar-warn', 'bar-late', 'fresh'].flatMap((shape) =>
    ['bg', 'surface'].map((back): [string, string, number] => [shape, back, SHAPE]),
  ),
];

describe.each(['light', 'dark'])('the %s theme', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string): string => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`the ${theme} theme has no ${name}`);
    return value;
  };

  it.each(PAIRS)('shows %s on %s with a contrast of at least %s', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least);
  });
});

it('has the same colours in both themes', () => {
  expect([...tokensOf('dark').keys()]).toEqual([...tokensOf('light').keys()]);
  expect(tokensOf('light').size).toBeGreaterThan(35);
});
