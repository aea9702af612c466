import { inAsciiDigits, luhn } from './unmistakable.ts';

/**
 * The last line of defence against personal data and secrets in what leaves a process as text. The first is that
 * nobody hands it over: logs take allow-listed fields only, and events hold references.
 */

/** Shapes full of digits that are nobody's: they are matched first, so that no later rule takes a part of them. */
const harmless = [
  /(?<![\p{L}\p{N}_])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\p{L}\p{N}_])/u,
  // W3C traceparent: version, trace id, parent id, flags.
  /(?<![\p{L}\p{N}_])[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(?![\p{L}\p{N}_])/u,
  // Digests, trace and span ids: at least one letter, because sixteen digits alone may be a card.
  /(?<![\p{L}\p{N}_])(?=[0-9]{0,63}[a-f])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}|[0-9a-f]{16})(?![\p{L}\p{N}_])/u,
  // Dates, with or without a time.
  /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?!\d)/u,
  // Times in milliseconds, until 2033: no card and no telephone has 13 digits that begin with 1.
  /(?<![\d+] ?)1\d{12}(?![ -]?\d)/u,
  // IPv4 addresses, with or without a port.
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?(?![\d.])/u,
];

/** Lengths are bounded here and below, so that no text takes longer than in proportion to its own length. */
const secrets = [
  /eyJ[\w-]{4,512}\.[\w-]*(?:\.[\w-]*)?/u,
  /pk_[A-Za-z0-9-]{1,64}_[\w-]+/u,
  /(?<=\b(?:bearer|basic)\s{1,3})[\w.~+/=-]{8,}/u,
  // Account and password before an address's host.
  /(?<=:\/\/)[^\s/@]{0,256}:[^\s/]{0,256}(?=@)/u,
  /(?<=(?:password|passwd|secret|token|api[_-]?key|authorization|cookie)["']?\s{0,3}[:=]\s{0,3}["']?)(?!bearer\b|basic\b)[^\s"',;&}]{3,}/u,
];

/** Not `name@1.2.3` or `name@1.2.3-beta.1`: packages have folders of such names. */
const version =
  /\d{1,9}\.\d{1,9}\.\d{1,9}(?:[+-][A-Za-z0-9-]{1,63}(?:\.\d[A-Za-z0-9-]{0,63}){0,9})?(?![\p{L}\p{N}-]|\.[\p{L}\p{N}])/u;
const email = new RegExp(
  `[\\p{L}\\p{N}._%+'-]{1,64}(?:@|%40)(?!${version.source})[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+`,
  'u',
);

/** 13 to 19 digits, single spaces or dashes between, or grouped as on a card by other signs; the Luhn sum decides. */
const cards = [
  /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/u,
  /(?<!\d)\d{4}(?:[._:/]\d{4}){3}(?!\d)/u,
  /(?<!\d)\d{4}[._:/]\d{6}[._:/]\d{5}(?!\d)/u,
];

/**
 * Phone numbers as people write them. Bare digits: 10 to 12, or 13 that do not begin with 1 (a time in milliseconds
 * does until 2033). Groups without a plus must be those of a phone, because references such as 2026-000123 are not.
 */
const phones = [
  /\+\d(?:[\s().\u00a0/-]{0,3}\d){6,14}(?!\d)/u,
  /(?<!\d)(?:\d{1,3}[ .\u00a0-]?)?\(\d{2,5}\)[ .\u00a0-]?\d{1,4}(?:[ .\u00a0-]?\d{1,4}){1,4}(?!\d)/u,
  /(?<!\d)(?:\d{1,3}[ .\u00a0-])?\d{3}[ .\u00a0-]\d{3}[ .\u00a0-]\d{2}[ .\u00a0-]?\d{2}(?!\d)/u,
  /(?<!\d)(?:\d{1,3}[ .\u00a0-])?\d{3}[ .\u00a0-]\d{7}(?!\d)/u,
  /(?<!\d)(?:\d{1,3}[ .\u00a0-])?\d{3}[ .\u00a0-]\d{4}[ .\u00a0-]\d{4}(?!\d)/u,
  /(?<!\d)\d{2}(?:[ .\u00a0-]\d{2}){4}(?!\d)/u,
  /(?<!\d)\d{3}-\d{2}-\d{2}(?!\d)/u,
  /(?<!\d)[78][._:/]\d{3}[._:/]\d{3}[ ._:/-]?\d{2}[ ._:/-]?\d{2}(?!\d)/u,
  /(?<!\d)(?:\d{10,12}|[2-9]\d{12})(?!\d)/u,
];

/** Capitals tell a street from a word, so these alone are matched by case. */
const addresses = [
  /(?<![\p{L}\p{N}_])(?:[Уу]л|[Уу]лица|[Пп]росп|[Пп]роспект|[Пп]р-к?т|[Пп]ер|[Пп]ереулок|[Бб]ульвар|[Нн]аб|[Нн]абережная|[Шш]оссе|[Пп]лощадь)(?:\.\s*|\s+)[\p{L}\d.-]+(?:\s+\p{Lu}[\p{L}.-]+){0,3}(?:,?\s*\d+\p{L}?(?![\p{L}\p{N}]))?(?:,?\s*(?:д|дом|корп|корпус|к|стр|кв|квартира|оф)\.?\s*\d+\p{L}?(?![\p{L}\p{N}]))*/u,
  /(?<![\p{L}\p{N}_])\d{1,5}\p{L}?\s+(?:\p{Lu}[\p{L}'.-]*\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Dr|Square|Sq|Court|Ct)\b\.?(?:,?\s*(?:[Aa]pt|[Aa]partment|[Ss]uite|[Ff]lat|[Uu]nit)\.?\s*\w+)?/u,
  /(?<![\p{L}\p{N}_])\p{Lu}\p{L}+(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d+\p{L}?(?![\p{L}\p{N}])/u,
];

const oneOf = (patterns: readonly RegExp[]) => patterns.map(({ source }) => source).join('|');

const recogniserOf = (kinds: Readonly<Record<string, readonly RegExp[]>>) =>
  new RegExp(
    Object.entries(kinds)
      .map(([kind, patterns]) => `(?<${kind}>${oneOf(patterns)})`)
      .join('|'),
    'giu',
  );

const recogniser = recogniserOf({ harmless, secret: secrets, email: [email], card: cards, phone: phones });
const inPaths = recogniserOf({ secret: secrets, email: [email] });
const phone = new RegExp(oneOf(phones), 'gu');
const address = new RegExp(oneOf(addresses), 'gu');

type Finding = 'secret' | 'email' | 'card' | 'phone';

/** Characters. A line of a log needs no more, and the time that a text takes stays bounded. */
const longestText = 16_384;

/**
 * The text with secrets and personal data replaced by `[email]`, `[phone]`, `[address]`, `[card]`, `[secret]`; digits of
 * other scripts become 0 to 9, so that the rules see them.
 */
export const scrub = (text: string): string => {
  if (ID.test(text) || clean.has(text)) return text;
  const scrubbed = scrubAnew(text);
  if (scrubbed === text && text.length <= LONGEST_KEPT) {
    if (clean.size >= MOST_KEPT) clean.clear();
    clean.add(text);
  }
  return scrubbed;
};

/** The ids of nearly every line: one of the harmless shapes, and nothing else. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Short texts in which nothing was found: messages, routes, codes, that come again with each line. The rules never
 * change, so what is kept is never stale.
 */
const clean = new Set<string>();
const LONGEST_KEPT = 100;
const MOST_KEPT = 1_000;

const scrubAnew = (text: string): string => {
  const bounded = inAsciiDigits(text.length > longestText ? `${text.slice(0, longestText)}…[cut]` : text);
  return replaceFindings(bounded, recogniser, (kind) => `[${kind}]`).replace(address, '[address]');
};

/**
 * Whether logs would mask a part of the text, or would if its last digit were another: a rule that callers are to know
 * leaves nothing to a check digit.
 */
export const mayBeMasked = (text: string): boolean => !ID.test(text) && (findsSome(text) || text.search(address) >= 0);

/** Not by `matchAll`, which makes the expression anew for each text. */
const findsSome = (text: string): boolean => {
  recogniser.lastIndex = 0;
  for (let match = recogniser.exec(text); match !== null; match = recogniser.exec(text)) {
    if (match.groups?.harmless === undefined) return true;
  }
  return false;
};

/** A path of our own code: folders may be named by dates and numbers of builds, so digits are left alone. */
export const scrubPath = (path: string): string => {
  return replaceFindings(path.slice(0, longestText), inPaths, (kind) => `[${kind}]`);
};

const replaceFindings = (text: string, pattern: RegExp, replacement: (kind: Finding) => string): string => {
  return text.replace(pattern, (...found) => {
    const match = String(found[0]);
    const groups = found.at(-1) as Partial<Record<Finding | 'harmless', string>>;
    if (groups.harmless !== undefined) return match;
    // Digits that are no card may still be a phone number: the card's rule has only taken them first.
    if (groups.card !== undefined && !luhn(match.replace(/\D/g, ''))) return match.replace(phone, replacement('phone'));
    for (const kind of ['secret', 'email', 'card', 'phone'] as const) {
      if (groups[kind] !== undefined) return replacement(kind);
    }
    return match;
  });
};
