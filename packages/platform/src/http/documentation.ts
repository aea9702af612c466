import type { Json } from './openapi.ts';
import type { Route } from './route.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
summary{cursor:pointer;padding:.2rem 0}pre{background:#f4f4f4;padding:1rem;overflow:auto}code{font-size:.95em}`;

/** The document as one page without scripts or anything from elsewhere. */
const page = (document: Json): string => {
  const { title, description } = document.info as Record<'title' | 'description', string>;
  const operations = Object.entries(document.paths as Record<string, Json>).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        `<details><summary><code>${method.toUpperCase()} ${escaped(path)}</code> ${escaped(
          String((operation as Json).summary),
        )}</summary><pre>${escaped(JSON.stringify(operation, null, 2))}</pre></details>`,
    ),
  );
  const schemas = escaped(JSON.stringify(document.components, null, 2));
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style>
<h1>${escaped(title)}</h1><p>${escaped(description)} The same for programs: <a href="/openapi.json">/openapi.json</a>.</p>
${operations.join('\n')}
<details><summary>Schemas of answers and credentials</summary><pre>${schemas}</pre></details></html>`;
};

/** `/openapi.json` for programs and `/docs` for people, both of one OpenAPI document. */
export const documentationRoutes = (document: Json): readonly Route[] => {
  const json = JSON.stringify(document);
  const html = page(document);
  return [
    {
      method: 'GET',
      path: '/openapi.json',
      access: 'public',
      handlers: [(_request, response) => void response.type('application/json').send(json)],
    },
    {
      method: 'GET',
      path: '/docs',
      access: 'public',
      handlers: [(_request, response) => void response.type('html').send(html)],
    },
  ];
};
