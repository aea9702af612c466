const TAG = /(?:W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/g;
/** What Apache puts behind the tag of an answer that it compresses. */
const SUFFIX = /(?:-|;)(?:gzip|br|deflate|zstd)$/;
/** Stands for a tag in what is left of a header; no header can hold it. */
const PLACE = '\0';

/**
 * What an If-Match or If-None-Match names (RFC 9110): `*`, or the tags of a list without their quotes. A tag counts as
 * what it was before a proxy compressed the answer, and weakened its tag or added to it. undefined: neither.
 */
export const entityTags = (header: string): '*' | readonly string[] | undefined => {
  if (header.trim() === '*') return '*';
  const tags = [...header.matchAll(TAG)].map(([, tag]) => (tag as string).replace(SUFFIX, ''));
  const elements = header.replaceAll(TAG, PLACE).split(',');
  const isList = elements.every((element) => ['', PLACE].includes(element.trim()));
  return isList && tags.length > 0 ? tags : undefined;
};
