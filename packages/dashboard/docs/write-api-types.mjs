// Writes the types of the dashboard's client, from the documents that both APIs make of their own schemas; `npm run docs`
// compiles them first. With --check nothing is written: the names of files that would change go to standard output.
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { commandDocument } from '../../command-api/dist/http/openapi.js';
import { queryDocument } from '../../query-api/dist/http/openapi.js';

/** No version of the program stands in the types. */
const DOCUMENTS = {
  'command-api.gen.ts': commandDocument('0'),
  'query-api.gen.ts': queryDocument('0'),
};

const typesOf = async (file) =>
  `// Made by \`npm run docs\` from the API's OpenAPI document.\n${astToString(await openapiTS(DOCUMENTS[file], { alphabetize: false }))}`;

const texts = await Promise.all(Object.keys(DOCUMENTS).map(async (file) => [file, await typesOf(file)]));
const place = (file) => new URL(`../src/api/${file}`, import.meta.url);

if (process.argv[2] === '--check') {
  const old = texts.filter(([file, text]) => readFileSync(place(file), 'utf8') !== text).map(([file]) => file);
  process.stdout.write(old.join('\n'));
} else for (const [file, text] of texts) writeFileSync(place(file), text);
