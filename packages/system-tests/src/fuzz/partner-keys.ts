import { commonHeaders, type Making } from './commands.ts';
import { fromSchema } from './from-schema.ts';
import type { Message } from './message.ts';
import { REFERENCES, UUIDS } from './values.ts';

const PLACE = '/v1/partners/';
const ASKERS = ['admin', 'admin', 'admin', 'ops', 'crm.supervisor', 'partner-prepaid'];
const PARTNERS = ['partner-short-quotes', 'partner-short-quotes', 'partner-nobody', ...REFERENCES];

/** A request about a partner's keys. No key that somebody here comes with is named, so that he goes on to come. */
export const makeKeyRequest = ({ site, choices, tag }: Making): Message => {
  const { api, method, path, body } = choices.one(
    site.documents.operations.filter((operation) => operation.path.startsWith(PLACE)),
  );
  const target = path
    .replace('{partner_id}', encodeURIComponent(choices.one(PARTNERS)))
    .replace('{key_id}', encodeURIComponent(choices.one([...UUIDS, ...REFERENCES])));
  return {
    api,
    method,
    target,
    headers: commonHeaders(tag),
    as: choices.one(ASKERS),
    ...(body === null ? {} : { json: fromSchema(body, choices) }),
    about: {},
  };
};
