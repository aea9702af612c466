import { expect, it } from '@jest/globals';
import { entityTags } from '../src/http/entity-tags.ts';

it.each([
  ['"v4"', ['v4']],
  ['W/"v4"', ['v4']],
  ['"v3", W/"v4" ,"v5"', ['v3', 'v4', 'v5']],
  [' , "v4",, ', ['v4']],
  ['"a,b", "v4"', ['a,b', 'v4']],
  ['""', ['']],
  ['"caf\xe9"', ['caf\xe9']],
  ['"v4-gzip", "v5;br", W/"v6-zstd"', ['v4', 'v5', 'v6']],
  ['*', '*'],
  [' * ', '*'],
])('reads %j', (header, tags) => expect(entityTags(header)).toEqual(tags));

it.each(['', ' ', ',', 'v4', 'w/"v4"', 'W/ "v4"', '"v4', 'v4"', '"v3" "v4"', '"v4", *', '"v4", v5', '"a b"', "'v4'"])(
  'finds no tags in %j',
  (header) => expect(entityTags(header)).toBeUndefined(),
);

it('reads the longest header there can be in no time to speak of', () => {
  for (const part of ['"', 'W/', ', ', '" ', '"x", ', ' ']) {
    const began = performance.now();
    entityTags(part.repeat(16_384));
    // A form that goes back would take hours.
    expect(performance.now() - began).toBeLessThan(10_000);
  }
});
