/**
 * The last line of defence against personal data and secrets in what leaves a process as text. The first is that
 * nobody hands it over: logs take allow-listed fields only, and events hold references.
 */

const word = String.raw`[\p{L}\p{N}_]`;
const separator = String.raw`[ .\u00a0-]`;

/** Shapes full of digits that are nobody's: they are matched first, so that no later rule takes a part of them. */
const harmless = [
  String.raw`(?<!${word})[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?!${word})`,
  // Trace ids, span ids and digests: all digits would be a card, so at least one letter.
  String.raw`(?<!${word})(?=[0-9]*[a-f])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}|[0-9a-f]{16})(?!${word})`,
  String.raw`(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?(?!\d)`,
  String.raw`(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{1,5})?(?![\d.])`,
];

const secrets = [
  String.raw`eyJ[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]*)?`,
  String.raw`pk_[A-Za-z0-9-]+_[A-Za-z0-9_-]+`,
  String.raw`(?<=\b(?:bearer|basic)\s+)[A-Za-z0-9._~+/=-]{8,}`,
  String.raw`(?<=:\/\/)[^\s/@]*:[^\s/]*(?=@)`,
  String.raw`(?<=(?:password|passwd|secret|token|api[_-]?key|authorization|cookie)["']?\s*[:=]\s*["']?)(?!bearer\b|basic\b)[^\s"',;&}]{3,}`,
];

const email = String.raw`[\p{L}\p{N}._%+'-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`;

/** 13 to 19 digits, single spaces or dashes between; the Luhn sum decides. */
const card = String.raw`(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)`;

/**
 * Phone numbers as people write them. Bare digits: 10 to 12, or 13 that do not begin with 1 (a time in milliseconds
 * does until 2033). Groups without a plus must be those of a phone, because references such as 2026-000123 are not.
 */
const phones = [
  String.raw`(?<![\p{L}\p{N}])\+\s?\d(?:[\s().\u00a0/-]{0,3}\d){6,14}(?!\d)`,
  String.raw`\+\d(?:[\s().\u00a0/-]{0,3}\d){6,14}(?!\d)`,
  String.raw`(?<!\d)(?:\d{1,3}${separator}?)?\(\d{2,5}\)${separator}?\d{1,4}(?:${separator}?\d{1,4}){1,4}(?!\d)`,
  String.raw`(?<!\d)(?:\d{1,3}${separator})?\d{3}${separator}\d{3}${separator}\d{2}${separator}?\d{2}(?!\d)`,
  String.raw`(?<!\d)(?:\d{1,3}${separator})?\d{3}${separator}\d{7}(?!\d)`,
  String.raw`(?<!\d)(?:\d{1,3}${separator})?\d{3}${separator}\d{4}${separator}\d{4}(?!\d)`,
  String.raw`(?<!\d)\d{2}(?:${separator}\d{2}){4}(?!\d)`,
  String.raw`(?<!\d)\d{3}-\d{2}-\d{2}(?!\d)`,
  String.raw`(?<!\d)(?:\d{10,12}|[2-9]\d{12})(?!\d)`,
];

const house = String.raw`(?:,?\s*(?:д|дом|корп|корпус|к|стр|кв|квартира|оф)\.?\s*\d+[\p{L}]?(?!${word}))*`;
const addresses = [
  String.raw`(?<!${word})(?:ул|улица|просп|проспект|пр-т|пр-кт|пер|переулок|бул|бульвар|наб|набережная|шоссе|пл|площадь)(?:\.\s*|\s+)[\p{L}\d.-]+(?:\s+\p{Lu}[\p{L}.-]+){0,3}(?:,?\s*\d+[\p{L}]?(?!${word}))?${house}`,
  String.raw`(?<!${word})\d{1,5}\p{L}?\s+(?:\p{Lu}[\p{L}'.-]*\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Dr|Square|Sq|Court|Ct)\b\.?(?:,?\s*(?:apt|apartment|suite|flat|unit)\.?\s*\w+)?`,
  String.raw`(?<!${word})\p{Lu}\p{L}+(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d+\p{L}?(?!${word})`,
];

const kinds = { harmless, secret: secrets, email: [email], card: [card], phone: phones, address: addresses };

const recogniser = new RegExp(
  Object.entries(kinds)
    .map(([kind, patterns]) => `(?<${kind}>${patterns.join('|')})`)
    .join('|'),
  'giu',
);

type Finding = 'secret' | 'email' | 'card' | 'phone' | 'address';

/** Texts longer than this are cut before they are read: one line of a log needs no more, and time stays bounded. */
const longestText = 16_384;

/** The text with secrets and personal data replaced by `[email]`, `[phone]`, `[address]`, `[card]`, `[secret]`. */
export function scrub(text: string): string {
  return replaceFindings(text, (kind) => `[${kind}]`);
}

/** Whether a reference holds a mail address or a phone number. */
export function containsPersonalData(text: string): boolean {
  let found = false;
  replaceFindings(text, (kind, match) => {
    if (kind === 'email' || kind === 'phone') found = true;
    return match;
  });
  return found;
}

function replaceFindings(text: string, replacement: (kind: Finding, match: string) => string): string {
  const bounded = text.length > longestText ? `${text.slice(0, longestText)}…[cut]` : text;
  return bounded.replace(recogniser, (...found) => {
    const match = String(found[0]);
    const groups = found.at(-1) as Partial<Record<keyof typeof kinds, string>>;
    if (groups.harmless !== undefined) return match;
    if (groups.card !== undefined) return luhn(match) ? replacement('card', match) : insideNoCard(match, replacement);
    for (const kind of ['secret', 'email', 'phone', 'address'] as const) {
      if (groups[kind] !== undefined) return replacement(kind, match);
    }
    return match;
  });
}

const phoneAlone = new RegExp(phones.join('|'), 'giu');

/** A run of digits that is no card may still hold a phone number: the card rule has taken it from the phone rules. */
function insideNoCard(match: string, replacement: (kind: Finding, match: string) => string): string {
  return match.replace(phoneAlone, (phone) => replacement('phone', phone));
}

function luhn(text: string): boolean {
  let sum = 0;
  const digits = text.replace(/\D/g, '');
  for (let fromRight = 0; fromRight < digits.length; fromRight += 1) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const counted = fromRight % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
