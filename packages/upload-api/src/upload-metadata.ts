import { ProblemError } from '@order-ledger/platform/http/problem';
import { Metadata } from '@tus/server';

/** Clients send a name and a type, a handful at most; none of it is kept. */
export const METADATA_LIMITS = { pairs: 32, characters: 4_096 } as const;

const refused = (detail: string, extras: Readonly<Record<string, unknown>> = {}): ProblemError =>
  new ProblemError(400, 'upload-header', `Upload-Metadata ${detail}`, { extras });

/**
 * What a client says of its file: read no further than its bounds go, so that what is malformed is told as such.
 *
 * @throws ProblemError 400
 */
export const checkMetadata = (text: string | undefined): void => {
  if (text === undefined) return;
  const { pairs, characters } = METADATA_LIMITS;
  if (text.length > characters) throw refused(`may have ${characters} characters at most.`, { limit: characters });
  if (text.split(',', pairs + 1).length > pairs) throw refused(`may hold ${pairs} pairs at most.`, { limit: pairs });
  try {
    Metadata.parse(text);
  } catch {
    throw refused('must be pairs of a key and base64.');
  }
};
