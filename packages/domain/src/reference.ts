import { z } from 'zod';

/** Characters: code points of the stored form. */
const LONGEST = 100;
/** UTF-16 units of what is looked at at all: NFC makes one character of up to four, and blanks may stand around. */
const LONGEST_RECEIVED = 1000;

// A letter takes its marks with it: vowels of Hindi and Thai are marks. What is invisible is refused even where Unicode
// calls it a letter or a mark, because nobody could tell two such references apart.
const CHARACTER = String.raw`(?:(?!\p{DI})\p{L}(?:(?!\p{DI})\p{M})*|\p{Nd}|[._:/#№+-])`;
const SHAPE = new RegExp(`^${CHARACTER}(?: ?${CHARACTER})*$`, 'u');
const LAWFUL = new RegExp(`${CHARACTER}| `, 'gu');

const FORM = 'letters and digits of any script, . _ : / # № + - and single blanks inside';

/** The one form in which a reference is stored, hashed, compared and looked for: NFC, without outer blanks. */
export const storedForm = (text: string): string => text.normalize('NFC').replace(/^ +|(?<! ) +$/g, '');

const lengthOf = (text: string): number => Array.from(text).length;

/** Says which character is at fault: who copied an invisible one cannot see it. */
const faultOf = (text: string): string => {
  if (text === '') return `must be 1 to ${LONGEST} characters`;
  const strange = Array.from(text.replace(LAWFUL, ''))[0];
  if (strange === undefined) return 'must hold single blanks only';
  const point = `U+${(strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const advice = strange === '@' ? ': a mail address is no reference, send one that only your system can resolve' : '';
  return `must be ${FORM}: ${point} is none of them${advice}`;
};

/** A reference as a caller sends it, made into its stored form. */
export const incomingReference = z
  .string()
  .max(LONGEST_RECEIVED, { abort: true, error: `must be at most ${LONGEST} characters` })
  .overwrite(storedForm)
  .regex(SHAPE, { error: ({ input }) => faultOf(String(input)) })
  .refine((text) => lengthOf(text) <= LONGEST, `must be at most ${LONGEST} characters`)
  .meta({
    description: [
      `a reference of another system: 1 to ${LONGEST} characters (code points, after NFC and without outer blanks):`,
      `${FORM}. Stored in NFC and found in either form. A card number is refused: letters before it make it lawful.`,
      'Refused in customer_ref, address_ref, external_ref and request_ref: a telephone number as +79161234567 or',
      '8/916/1234567.',
    ].join(' '),
    maxLength: LONGEST,
  });

/**
 * A reference as events hold it. Which characters are letters is not asked: that differs between versions of Unicode,
 * and what one process has written all others must be able to read.
 */
export const reference = z
  .string()
  .regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, `must be 1 to ${LONGEST} characters, none of them a control character`)
  .refine((text) => text === storedForm(text), 'must be in NFC, without outer blanks');

/** References by which somebody could be named by mistake. */
export const REFERENCES_TO_PEOPLE = ['customer_ref', 'address_ref', 'external_ref', 'request_ref'] as const;

/** References to what other systems record. All further texts of bodies are codes of ours, closed lists or free texts. */
export const REFERENCES_TO_THINGS = [
  'payment_id',
  'refund_id',
  'shipment_request_id',
  'tracking_number',
  'carrier_event_id',
  'proof_of_delivery_id',
  'handover_record_id',
  'hold_id',
  'machine_id',
] as const;
