import { queryOptions } from '@tanstack/react-query';
import { patience } from '../../api/patience.ts';
import { problemOf } from '../../api/problem.ts';
import { readSite } from '../../api/site.ts';
import { type PageCommand, segmentOf } from '../next/commands.ts';
import type { Schema } from './fields.ts';

interface CommandDocument {
  paths: Readonly<
    Record<string, { post?: { requestBody?: { content: { 'application/json': { schema: Schema } } } } } | undefined>
  >;
}

/**
 * The document of the API that takes the commands: forms are made of its schemas, so a field that it gains is asked for
 * without a change here. It does not change while the API runs.
 */
export const commandDocumentQuery = queryOptions({
  queryKey: ['command-document'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async (): Promise<CommandDocument> => {
    const { interfaces } = await readSite();
    const address = interfaces.command_api;
    if (address === undefined) throw new Error('The site does not say where command-api has its document.');
    const response = await fetch(address, { signal: patience() });
    if (!response.ok) throw await problemOf(response);
    return (await response.json()) as CommandDocument;
  },
});

export const addressOf = (command: PageCommand) => `/v1/orders/{order_id}/commands/${segmentOf(command)}` as const;

/** @throws for a command that the document does not have: the page and the API are of different versions */
export const schemaIn = (document: CommandDocument, command: PageCommand): Schema => {
  const schema = document.paths[addressOf(command)]?.post?.requestBody?.content['application/json'].schema;
  if (schema === undefined) throw new Error(`The API has no command ${command}.`);
  return schema;
};
